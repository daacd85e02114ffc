using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>Escalations: raised, passed on, owned, ended.</summary>
internal static class Escalating
{
    private static readonly TimeSpan OneCall = TimeSpan.FromMinutes(1);

    /// <summary>Raises an escalation with the people who are there now; a level with nobody passes to the next at once.</summary>
    public static ImmutableArray<ArrangementEvent> Raise(EscalationCause cause, Facts facts, DateTimeOffset now, PersonId? except = null)
    {
        var step = EscalationChain.FirstStep(cause);
        var told = Recipients(cause, step, facts, now, except);
        var raised = new ArrangementEvent.EscalationRaised(cause, step, told);
        return told.IsEmpty ? [raised, .. Next(cause, step, PassedOnBecause.Unreachable, null, facts, now, except: except)] : [raised];
    }

    /// <summary>Raises an escalation unless one of this cause is open.</summary>
    public static ImmutableArray<ArrangementEvent> RaiseOnce(Arrangement state, EscalationCause cause, Facts facts, DateTimeOffset now) =>
        state.EscalationOf(cause) is null ? Raise(cause, facts, now) : [];

    /// <summary>
    /// Raises an escalation, or takes one that is open a step further because whoever called for it calls again: the next level is told, and
    /// everybody who had been told hears it once more. At most once a minute, so that a button pressed twice is one call.
    /// </summary>
    public static ImmutableArray<ArrangementEvent> RaiseOrAskAgain(
        Arrangement state,
        EscalationCause cause,
        Facts facts,
        DateTimeOffset now
    ) =>
        state.EscalationOf(cause) is not { } open ? Raise(cause, facts, now)
        : now - open.StepSince < OneCall ? []
        : Next(
            cause,
            open.Step,
            PassedOnBecause.AskedAgain,
            open.Owner?.Person,
            facts,
            now,
            open.Owner is { } owner ? open.Told.Add(owner.Person) : open.Told
        );

    public static ImmutableArray<ArrangementEvent> PassOn(Escalation escalation, Facts facts, DateTimeOffset now) =>
        Next(
            escalation.Cause,
            escalation.Step,
            escalation.Owner is not null ? PassedOnBecause.NoOutcome
                : facts.Reached?.Contains((escalation.Cause, escalation.Step)) == false ? PassedOnBecause.NotYetSent
                : PassedOnBecause.Silence,
            escalation.Owner?.Person,
            facts,
            now
        );

    public static Decision Unreachable(Arrangement state, ArrangementCommand.ReportUnreachable command, Facts facts, DateTimeOffset now) =>
        state.EscalationOf(command.Cause) is { Owner: null } open
        && open.Step == command.Step
        && command.Step < EscalationChain.Levels(command.Cause).Length
            ? Answer.Yes(Next(open.Cause, open.Step, PassedOnBecause.Unreachable, null, facts, now).AsSpan())
            : Answer.Already;

    public static Decision Undeliverable(
        Arrangement state,
        ArrangementCommand.ReportUndeliverable command,
        Facts facts,
        DateTimeOffset now
    ) =>
        state.IsFinal
            ? Answer.Already
            : Answer.Yes([
                .. ApprovalAttempts.FailedMail(state, command.Person, command.AskedAt),
                .. command.OnlyRepeats
                    ? ImmutableArray<ArrangementEvent>.Empty
                    : [new ArrangementEvent.MailUndeliverable(command.Person), .. RaiseUndeliverable(state, command.Person, facts, now)],
            ]);

    // Who wrote down an approval is not the one who learns alone that its approver can't be asked about it.
    private static ImmutableArray<ArrangementEvent> RaiseUndeliverable(Arrangement state, PersonId person, Facts facts, DateTimeOffset now)
    {
        var recorder = RegisterChanges
            .RoundOf(state)
            ?.Approvals.Select(a => a.By.Person == person ? a.OnBehalf?.RecordedBy : null)
            .FirstOrDefault(by => by is not null);
        return state.EscalationOf(EscalationCause.UndeliverableMail) is not { } open
                ? Raise(EscalationCause.UndeliverableMail, facts, now, recorder)
            : recorder is not null && open.Told.All(p => p == recorder)
                ? Next(open.Cause, open.Step, PassedOnBecause.AskedAgain, open.Owner?.Person, facts, now, except: recorder)
            : [];
    }

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

    /// <summary>Asks whether it took place, when it is stopped after its planned start: nobody's word alone ends the watch, least of all the worker's.</summary>
    public static ImmutableArray<ArrangementEvent> AskWhetherItTookPlace(Arrangement state, Facts facts, DateTimeOffset now) =>
        state.MayBeUnderWay(now) ? RaiseOnce(state, EscalationCause.NotStarted, facts, now) : [];

    /// <summary>Ends the escalation of a late record when the record has come.</summary>
    public static IEnumerable<ArrangementEvent> EndBecauseRecorded(Arrangement state, EscalationCause cause, Facts facts) =>
        state.EscalationOf(cause) is null
            ? []
            : [new ArrangementEvent.EscalationEnded(cause, EscalationOutcome.Recorded, facts.Actor!.Id, "")];

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

    private static ImmutableArray<ArrangementEvent> Next(
        EscalationCause cause,
        int step,
        PassedOnBecause because,
        PersonId? formerOwner,
        Facts facts,
        DateTimeOffset now,
        ImmutableArray<PersonId>? again = null,
        PersonId? except = null
    )
    {
        ImmutableArray<PersonId> also = [.. (again ?? []).Where(p => !facts.Child.IsBarred(p))];
        return
        [
            .. EscalationChain
                .Climb(cause, step, because, at => [.. Recipients(cause, at, facts, now, except).Union(also)])
                .Select(next => new ArrangementEvent.EscalationPassedOn(cause, next.Step, next.Because, formerOwner, next.Told)),
        ];
    }

    private static ImmutableArray<PersonId> Recipients(
        EscalationCause cause,
        int step,
        Facts facts,
        DateTimeOffset now,
        PersonId? except
    ) => [.. EscalationChain.Recipients(cause, step, facts.Child, facts.Home, facts.Worker, now).Where(p => p != except)];
}
