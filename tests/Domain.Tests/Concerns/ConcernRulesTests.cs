using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Plans;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Concerns;

public sealed class ConcernRulesTests
{
    private static readonly Plan Yes = Keywork with { SexualFeelings = SexualFeelingsDeclaration.Yes };

    [Theory]
    [InlineData("L-19", "L-19")]
    [InlineData("L-20 G-03 L-20", "L-20")]
    [InlineData("L-19 L-20", "L-19 L-20")]
    [InlineData("L-18 G-19 who", "")]
    public void Only_the_two_safeguarding_answers_are_concerns(string refusedFor, string concerns)
    {
        var findings = refusedFor.Split(' ').Select(id => new Finding(id, DutyKind.Hard, "a problem", "a lift"));

        Assert.Equal(concerns, string.Join(' ', ConcernRules.DutiesIn([.. findings])));
    }

    [Fact]
    public void The_homes_manager_is_told() => Assert.Equal(HomesManager.Id, Assert.Single(Raise(Known).Told));

    [Fact]
    public void The_service_manager_is_told_of_a_homes_manager()
    {
        var both = HomesManager with { Roles = [Role.HomesManager, Role.Worker] };

        Assert.Equal(ServiceManager.Id, Assert.Single(Raise(Known with { Worker = both }).Told));
    }

    [Fact]
    public void In_place_of_somebody_barred_for_the_child_the_next_level_is_told()
    {
        var barred = Cleo with { Barred = [new(HomesManager.Id, "an allegation", Now)] };

        Assert.Equal(ServiceManager.Id, Assert.Single(Raise(Known with { Child = barred }).Told));
    }

    [Fact]
    public void When_nobody_can_be_reached_the_next_level_is_told_and_nobody_twice()
    {
        var concern = Raise(Known);

        var others = ConcernRules.Others(concern, Known, Now);
        var after = ConcernRules.Evolve(concern, new ConcernEvent.PassedOn(others));

        Assert.Equal(ServiceManager.Id, Assert.Single(others));
        Assert.Empty(ConcernRules.Others(after, Known, Now));
    }

    [Fact]
    public void Whom_it_is_about_is_never_told()
    {
        var manager = ServiceManager with { Roles = [Role.ServiceManager, Role.Worker] };
        var concern = Raise(Known with { Worker = manager }) with { About = manager.Id };

        Assert.DoesNotContain(manager.Id, concern.Told);
        Assert.DoesNotContain(manager.Id, ConcernRules.Others(concern, Known, Now));
    }

    private static Concern Raise(Facts facts) =>
        ConcernRules.Raise(new("k1"), Yes with { Worker = facts.Worker.Id }, Colleague.Id, ["L-20"], facts, Now);
}
