using System.Collections.Immutable;
using OneToOne.Domain.Escalations;

namespace OneToOne.Domain.Arrangements;

/// <summary>Escalations: raised, and passed on from level to level.</summary>
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

    /// <summary>Asks whether it took place, when it is stopped after its planned start: nobody's word alone ends the watch, least of all the worker's.</summary>
    public static ImmutableArray<ArrangementEvent> AskWhetherItTookPlace(Arrangement state, Facts facts, DateTimeOffset now) =>
        state.MayBeUnderWay(now) ? RaiseOnce(state, EscalationCause.NotStarted, facts, now) : [];

    /// <summary>Ends the escalation of a late record when the record has come.</summary>
    public static IEnumerable<ArrangementEvent> EndBecauseRecorded(Arrangement state, EscalationCause cause, Facts facts) =>
        state.EscalationOf(cause) is null
            ? []
            : [new ArrangementEvent.EscalationEnded(cause, EscalationOutcome.Recorded, facts.Actor!.Id, "")];

    /// <summary>Tells the next level that has somebody, and once more those who are named again.</summary>
    public static ImmutableArray<ArrangementEvent> Next(
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
