using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Arrangements;

/// <summary>What happens to an arrangement without anybody's command: due times that came, and registers that changed.</summary>
public static class ArrangementClock
{
    /// <summary>The next moment something happens by itself.</summary>
    /// <param name="state">The arrangement.</param>
    /// <param name="policy">The policy it is judged under.</param>
    /// <returns>The moment, which may have passed; null when nothing will.</returns>
    public static DateTimeOffset? WakeAt(Arrangement state, Policy policy) => Clock.First(state, policy)?.DueAt;

    /// <summary>What next happens by itself, in words for those who watch over it.</summary>
    /// <param name="state">The arrangement.</param>
    /// <param name="policy">The policy it is judged under.</param>
    /// <returns>What and when; null when nothing will.</returns>
    public static NextClock? Next(Arrangement state, Policy policy) =>
        Clock.First(state, policy) is { } clock
            ? new(clock.DueAt, clock.Kind.ToString(), clock.Kind is ClockKind.Raise or ClockKind.PassOn ? clock.Cause : null)
            : null;

    /// <summary>All that is due: what the registers now imply, and every clock that has run out. Twice is the same as once.</summary>
    /// <param name="state">The arrangement.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>What happens, in order; empty when nothing is due.</returns>
    public static ImmutableArray<ArrangementEvent> Advance(Arrangement state, Facts facts, DateTimeOffset now)
    {
        var happened = ImmutableArray<ArrangementEvent>.Empty;
        while (Due(state, facts, now) is { IsEmpty: false } events)
        {
            happened = happened.AddRange(events);
            foreach (var e in events)
                state = ArrangementEvolution.Evolve(state, e, now);
        }
        return happened;
    }

    private static ImmutableArray<ArrangementEvent> Due(Arrangement state, Facts facts, DateTimeOffset now) =>
        RegisterChanges.Implied(state, facts, now) is { IsEmpty: false } implied ? implied
        : Crossed(state, facts) is { IsEmpty: false } over ? over
        : Clock.First(state, facts.Policy) is { } clock && clock.DueAt <= now ? Strike(clock, state, facts, now)
        : [];

    // Two starts at the same moment know nothing of each other: whichever sees the other afterwards is over, and somebody looks.
    private static ImmutableArray<ArrangementEvent> Crossed(Arrangement state, Facts facts) =>
        state.Phase is Phase.Active && CompanyRules.Elsewhere(state.Plan, state.Id, facts.Beside ?? []) is { } other
            ? [new ArrangementEvent.ConcernRaised(other.Id, other.Problem), new ArrangementEvent.Finished()]
            : [];

    private static ImmutableArray<ArrangementEvent> Strike(Clock clock, Arrangement state, Facts facts, DateTimeOffset now) =>
        clock.Kind switch
        {
            ClockKind.OverrideReminder => [new ArrangementEvent.OverrideReminded()],
            ClockKind.Expiry => [new ArrangementEvent.Expired()],
            ClockKind.ApprovalReminder =>
            [
                new ArrangementEvent.ApprovalReminded(ApprovalAttempts.ByMail(state.ApprovalRound!, facts, now)),
            ],
            ClockKind.ApprovalLinksReissue =>
            [
                new ArrangementEvent.ApprovalLinksReissued(ApprovalAttempts.ByMail(state.ApprovalRound!, facts, now)),
            ],
            ClockKind.AssessmentLapse when state.Phase is Phase.Active =>
            [
                new ArrangementEvent.BasisLapsedInSession(RegisterChanges.Lapsed),
            ],
            ClockKind.AssessmentLapse => [new ArrangementEvent.Suspended(RegisterChanges.Lapsed)],
            ClockKind.AgreementReminder => [new ArrangementEvent.AgreementReminded()],
            ClockKind.AskWorkerToStart => [new ArrangementEvent.WorkerAskedToStart()],
            ClockKind.AskToCheckIn => [new ArrangementEvent.CheckInAsked()],
            ClockKind.RemindOfEnd => [new ArrangementEvent.EndReminded()],
            ClockKind.Raise => Escalating.Raise(clock.Cause, facts, now),
            ClockKind.PassOn => Escalating.PassOn(state.EscalationOf(clock.Cause)!, facts, now),
            _ => throw new InvalidOperationException($"No clock is called {clock.Kind}."),
        };
}
