using System.Collections.Immutable;

namespace OneToOne.Domain.Concerns;

/// <summary>What a concern is after something happened to it.</summary>
public static class ConcernState
{
    /// <summary>Applies one event.</summary>
    /// <param name="state">The concern before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded.</param>
    /// <returns>The concern after it.</returns>
    public static Concern Evolve(Concern? state, ConcernEvent happened, DateTimeOffset at) =>
        (state, happened) switch
        {
            (null, ConcernEvent.Raised e) => e.Concern,
            ({ } s, ConcernEvent.PassedOn { Level: { } level } e) => Telling(s, e.Told) with { Level = level, AskedSince = at },
            ({ } s, ConcernEvent.PassedOn e) => Telling(s, e.Told),
            ({ } s, ConcernEvent.Acknowledged e) => Said(s) with { Acknowledged = new(e.By, at), AskedSince = null },
            ({ } s, ConcernEvent.ReferralReminded e) => Telling(s, e.Told) with { Reminded = true },
            ({ } s, ConcernEvent.ReferralOverdue e) => Telling(s, e.Told) with { OverdueSaid = at },
            ({ } s, ConcernEvent.OutcomeReminded e) => Telling(s, e.Told) with { OutcomeReminded = at },
            // Referred after it was closed, it is open again; the history keeps the outcome that it had.
            ({ } s, ConcernEvent.ReferralDecided e) => Telling(Said(s), e.Told ?? []) with { Referral = e.Referral, Outcome = null },
            ({ } s, ConcernEvent.Closed e) => Said(s) with { Outcome = e.Outcome },
            ({ } s, ConcernEvent.AddendumAdded e) => Said(s) with { Addenda = [.. s.Addenda ?? [], e.Addendum] },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to this concern"),
        };

    private static Concern Said(Concern state) => state with { Revision = state.Revision + 1 };

    private static Concern Telling(Concern state, ImmutableArray<PersonId> told) => state with { Told = [.. state.Told.Union(told)] };
}
