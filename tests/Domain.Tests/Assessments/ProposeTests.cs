using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Assessments;

public sealed class ProposeTests
{
    private static readonly AssessmentCommand.Propose Propose = new(Worker.Id, Given.Content);

    [Fact]
    public void Given_nothing_when_the_worker_writes_then_it_waits_to_be_agreed()
    {
        var given = Given.APair;
        Assert.Equal(new(given.Key, Oak, Worker.Id, Given.Content, Now), given.When<AssessmentEvent.Proposed>(Propose));
        Assert.Equal(Given.Content, given.Proposed().Sure.Proposed);
        Assert.False(given.Proposed().Sure.Permits(Now));
    }

    [Fact]
    public void Given_a_content_in_force_when_another_is_written_then_the_first_stays_in_force()
    {
        var given = Given.APair.Proposed().Agreed().Proposed(Given.Content with { RiskToChild = "She now also fears dogs in the park" });
        Assert.Equal(Given.Content, given.Sure.InForce?.Content);
        Assert.True(given.Sure.Permits(Now));
    }

    [Fact]
    public void Asking_twice_is_no_error() => Assert.Empty(Given.APair.Proposed().When(Propose));

    [Fact]
    public void An_unfinished_draft_can_be_written() =>
        Assert.NotNull(Given.APair.When<AssessmentEvent.Proposed>(Propose with { Content = new("", "", "") }));

    [Fact]
    public void Somebody_who_does_not_work_here_does_not_write()
    {
        Assert.Equal(["G-14"], Given.APair.Refusal(Propose with { By = Parent.Id }));
        Assert.Equal(["G-14"], Given.APair.Refusal(Propose with { By = new("ghost") }));
        Assert.Equal(["G-14"], Given.APair.With(Worker with { Homes = [new("elm")] }).Refusal(Propose));
        Assert.Equal(["G-14"], Given.APair.With(Worker with { LeftOn = OakHouse.DayOf(Now) }).Refusal(Propose));
    }

    [Fact]
    public void The_nominated_adult_of_an_independent_worker_may_write()
    {
        var given = Given.AWorker.With(Worker with { Engagement = new Engagement.Independent(Parent.Id) });
        Assert.NotNull(given.When<AssessmentEvent.Proposed>(Propose with { By = Parent.Id }));
    }

    [Fact]
    public void A_text_that_is_too_long_is_named()
    {
        var finding = Assert.Single(
            Given.APair.Findings(Propose with { Content = Given.Content with { RiskToWorker = new string('x', 4001) } })
        );
        Assert.Equal("content.riskToWorker", finding.Field);
    }

    [Fact]
    public void What_belongs_into_another_part_is_refused()
    {
        Assert.Equal(["G-15"], Given.AChild.Refusal(Propose with { Content = Given.Content with { NothingParticularFound = true } }));
        Assert.Equal(["G-15"], Given.APair.Refusal(Propose with { Content = Given.Content with { PermitsUnplannedStart = true } }));
    }
}
