using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Sessions;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>What happens while the child and the worker are together, and the record of it.</summary>
internal static class InSession
{
    public static Decision Start(Arrangement state, ArrangementCommand.Start command, Facts facts, DateTimeOffset now)
    {
        if (facts.Actor!.Id != state.Plan.Worker)
            return OnlyTheWorker();
        if (state.Phase is Phase.Active)
            return Answer.Already;
        if (state.Plan.Standing is not null)
            return Answer.No("standing", "An agreement never starts itself.", "Plan an occasion under it, and start that.");
        if (state.Phase is Phase.Suspended suspended)
            return Answer.No("G-16", $"It is suspended: {suspended.Reason}.", "Have a manager review it; then it can start.");
        if (state.Phase is not Phase.Approved)
            return Answer.NotInThisPhase(state, "It can start once both approvals are there.");
        if (now < state.Plan.Start - facts.Policy.StartEarly)
            return Answer.No(
                "window",
                "It is too early to start.",
                $"Start from {facts.Policy.StartEarly.TotalMinutes:0} minutes before the planned start."
            );
        if (now >= state.Plan.Start + facts.Policy.StartLate)
            return Answer.No(
                "window",
                "The start window has gone by.",
                "A senior colleague says whether it took place; then make a new request."
            );
        var findings = Rules.Judge(new StartCase(state, command.Answers, facts, now));
        return findings.IsEmpty ? Answer.Yes(new ArrangementEvent.Started(command.Answers)) : Answer.No(findings);
    }

    public static Decision CheckIn(Arrangement state, Facts facts) =>
        facts.Actor!.Id != state.Plan.Worker ? OnlyTheWorker()
        : state.Phase is Phase.Active ? Answer.Yes(new ArrangementEvent.CheckedIn())
        : Answer.NotInThisPhase(state, "You can say that all is well while the session is under way.");

    public static Decision Extend(Arrangement state, ArrangementCommand.Extend command, Facts facts, DateTimeOffset now)
    {
        if (state.Phase is not Phase.Active { Session: var session })
            return Answer.NotInThisPhase(state, "Only a session under way can take longer.");
        var byWorker = facts.Actor!.Id == state.Plan.Worker;
        if (!byWorker && !Authority.AnswersFor(facts.Actor, facts.Home, facts.Worker, now))
            return OnlyTheWorker();
        if (command.By <= TimeSpan.Zero || command.By > facts.Policy.LongestPlan)
            return Answer.No(
                "by",
                "This is not a length to extend by.",
                $"Give between 1 and {facts.Policy.LongestPlan.TotalMinutes:0} minutes.",
                "by"
            );
        if (session.ExtensionBarred is { } barred)
            return Answer.No(
                "G-16",
                $"It can't be extended: {barred}.",
                "End it as planned; a manager's review lifts this for the next time."
            );
        if (state.EscalationOf(EscalationCause.Overdue) is not null)
            return Answer.No(
                "overdue",
                "It is overdue and a colleague is looking.",
                "The colleague who took it on records that the child is safe and it goes on."
            );
        if (byWorker && session.ExtendedByWorker + command.By > WorkerMayExtend(session, facts))
            return Answer.No("by", "This is longer than the worker alone may extend.", "Ask a manager of the home to extend it.", "by");
        if (WorkingRules.G17Extended(state.Plan, session.ExpectedEnd + command.By, facts) is { } outside)
            return Answer.No([outside]);
        if (ChildRules.L15Extended(state, session.ExpectedEnd + command.By - session.StartedAt, facts) is { } tooLong)
            return Answer.No([tooLong]);
        if (Agreements.Extended(state, session, command.By, facts) is { } longer)
            return Answer.No([longer]);
        return Answer.Yes(new ArrangementEvent.Extended(command.By, byWorker));
    }

    public static Decision ReportDistress(Arrangement state, ArrangementCommand.ReportDistress command, Facts facts, DateTimeOffset now)
    {
        if (facts.Actor!.Id != state.Plan.Worker && !Authority.IsStaff(facts.Actor, facts.Home, now))
            return OnlyTheWorker();
        if (state.Phase is not (Phase.Active or Phase.AwaitingCloseOut))
            return Answer.NotInThisPhase(
                state,
                "Distress is reported in the session or with its record; afterwards add it to the record and tell a senior colleague."
            );
        return Answer.Yes([
            new ArrangementEvent.DistressReported(command.What),
            .. Escalating.RaiseOrAskAgain(state, EscalationCause.Distress, facts, now),
        ]);
    }

    public static Decision CallHelp(Arrangement state, Facts facts, DateTimeOffset now)
    {
        if (facts.Actor!.Id != state.Plan.Worker && !Authority.IsStaff(facts.Actor, facts.Home, now))
            return OnlyTheWorker();
        // Whoever asks for help gets it, also when start was never pressed, finish was pressed too early or approvals were voided.
        return state.IsFinal
            ? Answer.NotInThisPhase(state, "Ring your senior colleague, or the emergency services.")
            : Answer.Yes([new ArrangementEvent.HelpCalled(), .. Escalating.RaiseOrAskAgain(state, EscalationCause.HelpNow, facts, now)]);
    }

    public static Decision Finish(Arrangement state, Facts facts) =>
        facts.Actor!.Id != state.Plan.Worker ? OnlyTheWorker()
        : state.Phase is Phase.AwaitingCloseOut ? Answer.Already
        : state.Phase is Phase.Active ? Answer.Yes(new ArrangementEvent.Finished())
        : Answer.NotInThisPhase(state, "Only a session under way can be finished.");

    public static Decision RecordCloseOut(Arrangement state, ArrangementCommand.RecordCloseOut command, Facts facts, DateTimeOffset now)
    {
        if (facts.Actor!.Id != state.Plan.Worker && !MayRecordInTheirPlace(state, facts, now))
            return OnlyTheWorker();
        if (state.Phase is Phase.Closed closed && closed.CloseOut == command.Record)
            return Answer.Already;
        if (state.Phase is not Phase.AwaitingCloseOut { Session: var session })
            return Answer.NotInThisPhase(state, "The record is made once the session is finished.");
        var findings = Rules.Judge(new CloseOutCase(state.Plan, command.Record, facts, now, session.IsUnderAgreement));
        if (findings.Any(f => !IsConcern(f)))
            return Answer.No(findings.Where(f => !IsConcern(f)));
        var distress = command.Record.ChildDistressedOrAngry == true && !session.DistressReported;
        return Answer.Yes([
            .. distress
                ?
                [
                    new ArrangementEvent.DistressReported(command.Record.Distress ?? ""),
                    .. Escalating.RaiseOnce(state, EscalationCause.Distress, facts, now),
                ]
                : Enumerable.Empty<ArrangementEvent>(),
            .. findings.Select(f => new ArrangementEvent.ConcernRaised(f.Id, f.Problem)),
            .. Escalating.EndBecauseRecorded(state, EscalationCause.CloseOutLate, facts),
            new ArrangementEvent.ClosedOut(command.Record),
        ]);
    }

    // A worker who has left or is ill must not keep the record open for ever: once it is late, whoever answers for it may make it.
    private static bool MayRecordInTheirPlace(Arrangement state, Facts facts, DateTimeOffset now) =>
        (state.EscalationOf(EscalationCause.CloseOutLate) is not null || state.Phase is Phase.Closed)
        && !facts.Child.IsBarred(facts.Actor!.Id)
        && Authority.AnswersFor(facts.Actor, facts.Home, facts.Worker, now);

    // A record is never refused for what it says: what it says becomes a concern.
    private static bool IsConcern(Finding finding) => finding.Kind == DutyKind.Record;

    private static TimeSpan WorkerMayExtend(Session session, Facts facts) =>
        session.Basis is SessionBasis.Unplanned
            ? facts.Policy.UnplannedLongest - (session.ExpectedEnd - session.ExtendedByWorker - session.StartedAt)
            : facts.Policy.WorkerExtension;

    private static Decision OnlyTheWorker() => Answer.NotYours("Only the worker of this session can do this.", "Ask the worker.");
}
