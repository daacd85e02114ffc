using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>What people answer to an escalation: somebody takes it on, and somebody says how it ended.</summary>
internal static class EscalationAnswers
{
    public static Decision Acknowledge(Arrangement state, ArrangementCommand.Acknowledge command, Facts facts, DateTimeOffset now) =>
        NotForThem(facts, now) is { } refused ? refused
        : state.EscalationOf(command.Cause) is not { } open ? NoSuchEscalation()
        : open.Owner is not { } owner ? Answer.Yes(new ArrangementEvent.EscalationOwned(command.Cause, facts.Actor!.Id))
        : owner.Person == facts.Actor!.Id ? Answer.Already
        : Answer.No("owned", "Somebody else has taken this on already.", "Record the outcome if you know it; else their clock runs.");

    public static Decision RecordOutcome(Arrangement state, ArrangementCommand.RecordOutcome command, Facts facts, DateTimeOffset now)
    {
        if (NotForThem(facts, now) is { } refused)
            return refused;
        if (state.EscalationOf(command.Cause) is null)
            return NoSuchEscalation();
        if (!EscalationChain.Outcomes(command.Cause).Contains(command.Outcome))
            return Answer.No(
                "outcome",
                "This outcome does not answer this escalation.",
                "Choose one that the escalation offers.",
                "outcome"
            );
        if (string.IsNullOrWhiteSpace(command.Note))
            return Answer.Missing("note", "note", "Say in a few words what you did and saw.");
        return command.Outcome switch
        {
            EscalationOutcome.DidNotTakePlace or EscalationOutcome.TookPlace => NotStartedAnswered(state, command, facts),
            EscalationOutcome.ChildSeenAndSafe or EscalationOutcome.WorkerReachedSessionEnded => SessionOver(state, command, facts),
            EscalationOutcome.ChildSeenAndSafeSessionContinues or EscalationOutcome.EmergencyServicesCalled => SessionGoesOn(
                state,
                command,
                facts,
                now
            ),
            _ => Answer.Yes(Ended(command.Cause, command, facts)),
        };
    }

    private static Decision NotStartedAnswered(Arrangement state, ArrangementCommand.RecordOutcome command, Facts facts)
    {
        var tookPlace = command.Outcome == EscalationOutcome.TookPlace;
        var happened = ImmutableArray.Create<ArrangementEvent>(Ended(command.Cause, command, facts));
        if (state.Phase is Phase.Approved or Phase.Suspended)
            happened = happened.Add(new ArrangementEvent.Lapsed(facts.Actor!.Id, tookPlace));
        if (tookPlace)
            happened = happened.Add(new ArrangementEvent.ConcernRaised("G-17", command.Note));
        return Answer.Yes(happened.AsSpan());
    }

    // "Is the child safe?" is one question, however many clocks asked it; distress is another and keeps its own answer.
    private static Decision SessionOver(Arrangement state, ArrangementCommand.RecordOutcome command, Facts facts)
    {
        var answered = state
            .Escalations.Where(e =>
                e.Cause == command.Cause
                || e.Cause
                    is EscalationCause.Overdue
                        or EscalationCause.MissedCheckIn
                        or EscalationCause.HelpNow
                        or EscalationCause.WorkerBarred
            )
            .Select(e => (ArrangementEvent)Ended(e.Cause, command, facts));
        return Answer.Yes(state.Phase is Phase.Active ? [.. answered, new ArrangementEvent.Finished()] : answered);
    }

    private static Decision SessionGoesOn(Arrangement state, ArrangementCommand.RecordOutcome command, Facts facts, DateTimeOffset now)
    {
        var ended = Ended(command.Cause, command, facts);
        if (command.Cause != EscalationCause.Overdue || state.Phase is not Phase.Active { Session: var session })
            return Answer.Yes(ended);
        if (command.Outcome == EscalationOutcome.ChildSeenAndSafeSessionContinues && session.ExtensionBarred is { } barred)
            return Answer.No("G-16", $"It can't go on: {barred}.", "End the session, or have the review done.", "outcome");
        // The clock must start again, or silence would follow.
        return Answer.Yes(ended, new ArrangementEvent.Extended(now + facts.Policy.WorkerExtension - session.ExpectedEnd, ByWorker: false));
    }

    private static ArrangementEvent.EscalationEnded Ended(EscalationCause cause, ArrangementCommand.RecordOutcome command, Facts facts) =>
        new(cause, command.Outcome, facts.Actor!.Id, command.Note);

    private static Decision? NotForThem(Facts facts, DateTimeOffset now) =>
        facts.Actor is { } actor && Authority.AnswersFor(actor, facts.Home, facts.Worker, now)
            ? null
            : Answer.NotYours(
                "An escalation is answered by somebody on the home's chain, never by the worker it is about.",
                "A senior colleague can answer it."
            );

    private static Decision NoSuchEscalation() =>
        Answer.No("escalation", "No escalation of this kind is open.", "Nothing is needed: it has ended, or was never raised.");
}
