using OneToOne.Domain.Concerns;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Concerns.Concerned;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Concerns;

public sealed class ConcernReportTests
{
    private static readonly ConcernReport Good = new(Cleo.Id, ConcernKind.Allegation, "She said that he pushed her", Worker.Id);

    [Fact]
    public void Anybody_of_the_staff_may_report()
    {
        foreach (var person in new[] { Colleague, Senior, HomesManager, ServiceManager })
            Assert.Empty(Good.Check(By(person), null, Now));
    }

    [Fact]
    public void Nobody_else_reports_here()
    {
        foreach (var person in new[] { Parent, SocialWorker, Staff("ines", Role.Inspector) })
            Assert.Equal(["who"], Good.Check(By(person), null, Now).Select(f => f.Id));
    }

    public static TheoryData<string, ConcernReport> Wrong =>
        new()
        {
            { "kind", Good with { Kind = null } },
            { "kind", Good with { Kind = ConcernKind.Request } },
            { "what", Good with { What = null } },
            { "what", Good with { What = "" } },
            { "about", Good with { About = new("nobody") } },
            { "about", Good with { About = null } },
            { "about", Good with { About = null, AboutNotKnown = false } },
            { "about", Good with { AboutNotKnown = true } },
            { "source", Good with { Source = new("a1") } },
            { "L-20", Good with { Kind = ConcernKind.ChildsFeelings } },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_not_as_it_must_be_is_refused(string finding, ConcernReport report) =>
        Assert.Equal([finding], report.Check(By(Colleague), null, Now).Select(f => f.Id));

    [Fact]
    public void An_allegation_may_be_about_somebody_whom_nobody_knows() =>
        Assert.Empty((Good with { About = null, AboutNotKnown = true }).Check(By(Colleague), null, Now));

    [Fact]
    public void That_a_child_may_have_feelings_is_a_report_about_nobody() =>
        Assert.Empty((Good with { Kind = ConcernKind.ChildsFeelings, About = null }).Check(By(Colleague), null, Now));
}
