using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Sessions;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class CloseOutTests
{
    private static ArrangementCommand Record(CloseOut record) => new ArrangementCommand.RecordCloseOut(record);

    [Fact]
    public void The_record_closes_it() =>
        Finished.When(Worker, Record(GoodRecord)).Then(new ArrangementEvent.ClosedOut(GoodRecord)).Is<Phase.Closed>();

    [Fact]
    public void The_record_comes_after_the_session_and_from_the_worker()
    {
        Started.When(Worker, Record(GoodRecord)).ThenRefused("phase");
        foreach (var person in new[] { Colleague, Senior, Stranger })
            Finished.When(person, Record(GoodRecord)).ThenRefused("who");
        Finished.When(Worker, Record(GoodRecord with { Summary = " " })).ThenRefused("L-31");
    }

    [Fact]
    public void Recording_the_same_twice_is_no_error_but_a_closed_record_never_changes()
    {
        Closed.When(Worker, Record(GoodRecord)).ThenNothing();
        Closed.When(Worker, Record(GoodRecord with { Summary = "Something else altogether" })).ThenRefused("phase");
    }

    [Fact]
    public void A_record_that_says_distress_reports_it_before_it_closes()
    {
        var distressed = GoodRecord with { ChildDistressedOrAngry = true, Distress = "Cried about her brother" };
        var closed = Finished.When(Worker, Record(distressed)).ThenHappens("DistressReported", "EscalationRaised", "ClosedOut");
        Assert.False(closed.State!.IsFinal);
        var reported = Finished.When(Worker, new ArrangementCommand.ReportDistress("Cried")).ThenAccepted();
        reported.When(Worker, Record(distressed)).ThenHappens("ClosedOut");
    }

    [Fact]
    public void What_a_record_says_becomes_a_concern_and_is_never_refused() =>
        Finished
            .When(Worker, Record(GoodRecord with { SexualFeelings = SexualFeelingsDeclaration.Unsure }))
            .ThenHappens("ConcernRaised", "ClosedOut");

    [Fact]
    public void A_late_record_is_chased_and_ends_the_chase()
    {
        var late = Finished.WhenItWakes();
        Assert.Equal(Finished.Now.AddHours(24), late.Before.Now);
        late.Then(new ArrangementEvent.EscalationRaised(EscalationCause.CloseOutLate, 0, [HomesManager.Id]))
            .When(Worker, Record(GoodRecord))
            .ThenHappens("EscalationEnded", "ClosedOut");
    }

    [Fact]
    public void Once_it_is_late_a_manager_may_make_the_record_of_a_worker_who_can_not()
    {
        var late = Finished.WhenItWakes().ThenAccepted();
        late.When(HomesManager, Record(GoodRecord)).ThenIs<Phase.Closed>();
        late.With(f => f.Barring(HomesManager)).When(HomesManager, Record(GoodRecord)).ThenRefused("who");
        late.When(Colleague, Record(GoodRecord)).ThenRefused("who");
    }
}
