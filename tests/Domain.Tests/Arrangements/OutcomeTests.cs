using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Arrangements.Escalated;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class OutcomeTests
{
    public static TheoryData<EscalationCause, EscalationOutcome> EveryOutcome
    {
        get
        {
            var data = new TheoryData<EscalationCause, EscalationOutcome>();
            foreach (var cause in Enum.GetValues<EscalationCause>())
            foreach (var outcome in Enum.GetValues<EscalationOutcome>())
                data.Add(cause, outcome);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryOutcome))]
    public void It_ends_with_an_outcome_that_answers_it_and_with_no_other(EscalationCause cause, EscalationOutcome outcome)
    {
        var story = Raised(cause);
        var recorded = new ArrangementCommand.RecordOutcome(cause, outcome, "Went and looked");
        if (!EscalationChain.Outcomes(cause).Contains(outcome))
        {
            story.When(Senior, recorded).ThenRefused("outcome");
            return;
        }
        story.When(Senior, recorded with { Note = " " }).ThenRefused("note");
        var ended = story.When(ServiceManager, recorded);
        Assert.Contains(new ArrangementEvent.EscalationEnded(cause, outcome, ServiceManager.Id, "Went and looked"), ended.Events);
        Assert.Null(ended.ThenAccepted().State!.EscalationOf(cause));
        ended.ThenAccepted().When(Senior, recorded).ThenRefused("escalation");
        ended.ThenAccepted().When(Senior, new ArrangementCommand.Acknowledge(cause)).ThenRefused("escalation");
    }

    [Theory]
    [InlineData(EscalationOutcome.ChildSeenAndSafe)]
    [InlineData(EscalationOutcome.WorkerReachedSessionEnded)]
    public void A_child_seen_and_safe_answers_every_clock_that_asked_and_ends_the_session(EscalationOutcome outcome)
    {
        var all = Started
            .When(Worker, new ArrangementCommand.CallHelp())
            .ThenAccepted()
            .When(Worker, new ArrangementCommand.ReportDistress("x"))
            .ThenAccepted()
            .At(Start.AddMinutes(65))
            .WhenTheClockLooks()
            .ThenAccepted();
        Assert.Equal(4, all.State!.Escalations.Length);
        var seen = all.When(Senior, new ArrangementCommand.RecordOutcome(EscalationCause.Overdue, outcome, "In the lounge, both well"));
        seen.ThenHappens("EscalationEnded", "EscalationEnded", "EscalationEnded", "Finished").Is<Phase.AwaitingCloseOut>();
        Assert.Equal([EscalationCause.Distress], seen.ThenAccepted().State!.Escalations.Select(e => e.Cause));
    }

    [Theory]
    [InlineData(EscalationOutcome.ChildSeenAndSafeSessionContinues)]
    [InlineData(EscalationOutcome.EmergencyServicesCalled)]
    public void A_session_that_goes_on_has_a_clock_again(EscalationOutcome outcome)
    {
        var overdue = Raised(EscalationCause.Overdue);
        var on = overdue
            .When(Senior, new ArrangementCommand.RecordOutcome(EscalationCause.Overdue, outcome, "Still playing"))
            .ThenHappens("EscalationEnded", "Extended")
            .Is<Phase.Active>();
        Assert.Equal(on.Now + Minutes(30), ((Phase.Active)on.State!.Phase).Session.ExpectedEnd);
        Assert.Equal(on.Now + Minutes(20), Woken(on, "EndReminded").Before.Now);
        Assert.Equal(on.Now + Minutes(35), Woken(on, EscalationCause.Overdue).Before.Now);
    }

    [Fact]
    public void A_session_whose_basis_has_lapsed_does_not_go_on_past_its_end()
    {
        var overdue = Raised(EscalationCause.Overdue, f => f.Barring(Worker));
        var goesOn = new ArrangementCommand.RecordOutcome(
            EscalationCause.Overdue,
            EscalationOutcome.ChildSeenAndSafeSessionContinues,
            "Still playing"
        );
        overdue.When(Senior, goesOn).ThenRefused("G-16");
        overdue.When(Senior, goesOn with { Outcome = EscalationOutcome.EmergencyServicesCalled }).ThenIs<Phase.Active>();
    }

    [Fact]
    public void A_missed_check_in_answered_by_a_look_starts_the_check_in_clock_again()
    {
        var seen = Raised(EscalationCause.MissedCheckIn)
            .When(
                Senior,
                new ArrangementCommand.RecordOutcome(
                    EscalationCause.MissedCheckIn,
                    EscalationOutcome.ChildSeenAndSafeSessionContinues,
                    "Saw them both"
                )
            )
            .ThenHappens("EscalationEnded")
            .Is<Phase.Active>();
        Assert.Equal(seen.Now, ((Phase.Active)seen.State!.Phase).Session.LastContact);
    }

    [Fact]
    public void A_check_in_does_not_end_what_was_raised()
    {
        var late = Raised(EscalationCause.MissedCheckIn).When(Worker, new ArrangementCommand.CheckIn()).ThenHappens("CheckedIn");
        Assert.NotNull(late.State!.EscalationOf(EscalationCause.MissedCheckIn));
        var finished = Raised(EscalationCause.Overdue).When(Worker, new ArrangementCommand.Finish()).ThenIs<Phase.AwaitingCloseOut>();
        Assert.NotNull(finished.State!.EscalationOf(EscalationCause.Overdue));
    }

    [Fact]
    public void It_lapses_only_once_a_colleague_says_whether_it_took_place()
    {
        var open = Raised(EscalationCause.NotStarted);
        open.When(
                Senior,
                new ArrangementCommand.RecordOutcome(EscalationCause.NotStarted, EscalationOutcome.DidNotTakePlace, "She was ill")
            )
            .Then(
                new ArrangementEvent.EscalationEnded(
                    EscalationCause.NotStarted,
                    EscalationOutcome.DidNotTakePlace,
                    Senior.Id,
                    "She was ill"
                ),
                new ArrangementEvent.Lapsed(Senior.Id, TookPlace: false)
            );
        var took = open.When(
                Senior,
                new ArrangementCommand.RecordOutcome(EscalationCause.NotStarted, EscalationOutcome.TookPlace, "They were in the lounge")
            )
            .ThenHappens("EscalationEnded", "Lapsed", "ConcernRaised");
        Assert.True(took.State!.IsFinal);
    }

    [Fact]
    public void Help_called_before_the_start_keeps_the_arrangement_as_it_is()
    {
        var help = Noticed.At(Start).When(Worker, new ArrangementCommand.CallHelp()).ThenAccepted();
        var seen = help.When(
                Senior,
                new ArrangementCommand.RecordOutcome(EscalationCause.HelpNow, EscalationOutcome.ChildSeenAndSafe, "Both fine")
            )
            .ThenHappens("EscalationEnded");
        seen.Is<Phase.Approved>().When(Worker, AllConfirmed).ThenIs<Phase.Active>();
    }
}
