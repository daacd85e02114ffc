using System.Collections.Immutable;
using OneToOne.Domain.Escalations;

namespace OneToOne.Domain.Drills;

/// <summary>What happens to a drill by itself: it passes on by the clocks of an escalation, and ends where one would begin to repeat.</summary>
public static class DrillClock
{
    /// <summary>When something next happens to a drill by itself.</summary>
    /// <param name="state">The drill.</param>
    /// <param name="policy">The policy whose clocks hold.</param>
    /// <returns>The moment; null when it is over.</returns>
    public static DateTimeOffset? WakeAt(Drill state, Policies.Policy policy) =>
        state.Standing is DrillStanding.Open { Escalation: var open } ? EscalationChain.DueAt(open, policy) : null;

    /// <summary>Does what is due.</summary>
    /// <param name="state">The drill.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>What happens; empty when nothing is due.</returns>
    public static ImmutableArray<DrillEvent> Advance(Drill state, DrillFacts facts, DateTimeOffset now) =>
        state.Standing is DrillStanding.Open { Escalation: var open } && EscalationChain.DueAt(open, facts.Policy) <= now
            ? PassOn(
                open,
                open.Owner is not null ? PassedOnBecause.NoOutcome
                    : facts.Reached.Contains(open.Step) ? PassedOnBecause.Silence
                    : PassedOnBecause.NotYetSent,
                facts,
                now
            )
            : [];

    internal static ImmutableArray<DrillEvent> PassOn(Escalation open, PassedOnBecause because, DrillFacts facts, DateTimeOffset now) =>
        IsLast(open.Cause, open.Step)
            ? [new DrillEvent.DrillEnded(DrillEnding.WentRound, null, "")]
            : Climb(open.Cause, open.Step, because, open.Owner?.Person, facts, now);

    // What lies beyond the last level is the repeat, which a drill does without.
    internal static ImmutableArray<DrillEvent> Climb(
        EscalationCause cause,
        int from,
        PassedOnBecause because,
        PersonId? formerOwner,
        DrillFacts facts,
        DateTimeOffset now
    ) =>
        [
            .. EscalationChain
                .Climb(cause, from, because, step => Recipients(cause, step, facts, now))
                .TakeWhile(next => next.Step < EscalationChain.Levels(cause).Length)
                .Select(next => new DrillEvent.DrillPassedOn(
                    next.Step,
                    next.Because,
                    formerOwner,
                    next.Told,
                    Absent(cause, next.Step, facts, now)
                )),
        ];

    internal static ImmutableArray<PersonId> Recipients(EscalationCause cause, int step, DrillFacts facts, DateTimeOffset now) =>
        EscalationChain.Recipients(cause, step, null, facts.Home, null, now);

    internal static ImmutableArray<PersonId> Absent(EscalationCause cause, int step, DrillFacts facts, DateTimeOffset now)
    {
        var roles = EscalationChain.Roles(cause, step);
        return
        [
            .. facts
                .Home.OnCall.Levels.Where(level => roles.Contains(level.Role))
                .SelectMany(level => level.People)
                .Where(person => !person.IsPresent(now))
                .Select(person => person.Person)
                .Distinct(),
        ];
    }

    private static bool IsLast(EscalationCause cause, int step) => step >= EscalationChain.Levels(cause).Length - 1;
}
