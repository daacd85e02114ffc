using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Guidance.Assessing;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class L04Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly SupportNeeds Needs = AssessedChild.Child!.Support!;

    public static TheoryData<string, SupportNeeds> Lacking =>
        new()
        {
            { "circumstances", Needs with { Circumstances = "" } },
            { "careNeeds", Needs with { CareNeeds = " " } },
            { "history", Needs with { History = "" } },
            { "vulnerability", Needs with { Vulnerability = "\n" } },
        };

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task Each_of_the_four_is_said_or_nobody_agrees_it(string field, SupportNeeds lacking)
    {
        var key = await house.NewChildAsync();

        var refused = await house.TryAgreeAsync(key, With(s => s with { Support = lacking }));

        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "L-04");
        Assert.Equal("content.child.support." + field, Assert.Single(refused.Fields));
    }

    [Fact]
    public async Task Whoever_spends_time_with_the_child_reads_them_and_other_colleagues_do_not()
    {
        var key = AssessmentKey.ForChild(Cleo.Id);

        Assert.Equal(Needs, (await house.Worker.ReadAsync(key)).InForce!.Content.Child!.Support);
        var other = await house.NewWorkerAsync("olga");
        Assert.DoesNotContain(Needs.History, (await house.As(other).GetAsync(key.Address())).IsDone().Text, StringComparison.Ordinal);
    }
}
