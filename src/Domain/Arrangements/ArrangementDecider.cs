using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>Answers every command. Pure: the same state, command, facts and moment give the same answer.</summary>
public static class ArrangementDecider
{
    /// <summary>Decides a command on an arrangement on which <see cref="ArrangementClock.Advance"/> has done all that was due.</summary>
    /// <param name="state">The arrangement; null when the command begins one.</param>
    /// <param name="command">The command.</param>
    /// <param name="facts">The registers now; <see cref="Facts.Actor"/> gives the command.</param>
    /// <param name="now">This moment.</param>
    /// <returns>What happened (nothing, if it had been done before), or why it is refused.</returns>
    public static Decision Decide(Arrangement? state, ArrangementCommand command, Facts facts, DateTimeOffset now) =>
        IsShutOut(command, facts) ? Answer.NotYours("You can't do this.", "Nothing is needed from you.")
        : HappenedWhen.Judge(state, command, now) is { } impossible ? Answer.No([impossible])
        : Answered(state, command, facts, now);

    // Somebody barred for the child does nothing here, but how the child is in a session under way may be said by whoever is there.
    private static bool IsShutOut(ArrangementCommand command, Facts facts) =>
        facts.Actor is { } actor
        && facts.Child.IsBarred(actor.Id)
        && command
            is not (
                ArrangementCommand.CheckIn
                or ArrangementCommand.ReportDistress
                or ArrangementCommand.CallHelp
                or ArrangementCommand.Finish
                or ArrangementCommand.RecordCloseOut
            );

    private static Decision Answered(Arrangement? state, ArrangementCommand command, Facts facts, DateTimeOffset now) =>
        (state, command) switch
        {
            (null, ArrangementCommand.Request c) => Requesting.Request(c, facts, now),
            (null, ArrangementCommand.PlanOccasion c) => Occasions.Plan(c, facts, now),
            (null, ArrangementCommand.StartUnplanned c) => Requesting.StartUnplanned(c, facts, now),
            (null, _) => Answer.No("arrangement", "There is no such arrangement.", "Ask for one-to-one time first."),
            (_, ArrangementCommand.Request or ArrangementCommand.PlanOccasion or ArrangementCommand.StartUnplanned) => Answer.Already,
            ({ } s, ArrangementCommand.Change c) => Requesting.Change(s, c, facts, now),
            ({ } s, ArrangementCommand.DecideOverride c) => Overriding.Decide(s, c, facts, now),
            ({ } s, ArrangementCommand.Approve c) => Approving.Approve(s, c, facts, now),
            ({ } s, ArrangementCommand.RecordApproval c) => Approving.RecordApproval(s, c, facts, now),
            ({ } s, ArrangementCommand.Refuse c) => Approving.Refuse(s, c, facts, now),
            ({ } s, ArrangementCommand.RecordAttempt c) => Approving.RecordAttempt(s, c, facts, now),
            ({ } s, ArrangementCommand.AcknowledgeNotice c) => Telling.AcknowledgeNotice(s, c, facts, now),
            ({ } s, ArrangementCommand.RecordTold c) => Telling.RecordTold(s, c, facts, now),
            ({ } s, ArrangementCommand.Start c) => InSession.Start(s, c, facts, now),
            ({ } s, ArrangementCommand.CheckIn) => InSession.CheckIn(s, facts),
            ({ } s, ArrangementCommand.Extend c) => InSession.Extend(s, c, facts, now),
            ({ } s, ArrangementCommand.ReportDistress c) => InSession.ReportDistress(s, c, facts, now),
            ({ } s, ArrangementCommand.CallHelp) => InSession.CallHelp(s, facts, now),
            ({ } s, ArrangementCommand.Finish) => InSession.Finish(s, facts),
            ({ } s, ArrangementCommand.RecordCloseOut c) => InSession.RecordCloseOut(s, c, facts, now),
            ({ } s, ArrangementCommand.Acknowledge c) => EscalationAnswers.Acknowledge(s, c, facts, now),
            ({ } s, ArrangementCommand.RecordOutcome c) => EscalationAnswers.RecordOutcome(s, c, facts, now),
            ({ } s, ArrangementCommand.ReportUnreachable c) => Unreached.Unreachable(s, c, facts, now),
            ({ } s, ArrangementCommand.ReportUndeliverable c) => Unreached.Undeliverable(s, c, facts, now),
            ({ } s, ArrangementCommand.Withdraw c) => Ending.Withdraw(s, c, facts, now),
            ({ } s, ArrangementCommand.DeclineByWorker c) => Ending.Decline(s, c, facts, now),
            ({ } s, ArrangementCommand.Explain c) => Ending.Explain(s, c, facts, now),
            ({ } s, ArrangementCommand.ReviewUnplanned c) => Ending.ReviewUnplanned(s, c, facts, now),
            ({ } s, ArrangementCommand.AddAddendum c) => Ending.AddAddendum(s, c, facts, now),
            _ => throw new InvalidOperationException($"{command.GetType().Name} has no decider."),
        };
}
