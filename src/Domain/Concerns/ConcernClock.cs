using System.Collections.Immutable;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Concerns;

/// <summary>What a concern does by itself when the time comes.</summary>
public static class ConcernClock
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    private enum Kind
    {
        PassOn,
        Remind,
        Overdue,
        Outcome,
    }

    /// <summary>The next moment at which something happens by itself.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="policy">The policy in force.</param>
    /// <returns>The moment; null when nothing will.</returns>
    public static DateTimeOffset? WakeAt(Concern concern, Policy policy) => First(concern, policy)?.DueAt;

    /// <summary>Does all that is due. Twice is the same as once; what was missed while nothing ran is said once.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>What happens, in order; empty when nothing is due.</returns>
    public static ImmutableArray<ConcernEvent> Advance(Concern concern, ConcernFacts facts, DateTimeOffset now)
    {
        var happened = ImmutableArray.CreateBuilder<ConcernEvent>();
        while (First(concern, facts.Policy) is { } clock && clock.DueAt <= now)
        {
            happened.Add(Strike(clock.Kind, concern, facts, now));
            concern = ConcernState.Evolve(concern, happened[^1], now);
        }
        return happened.ToImmutable();
    }

    private static (DateTimeOffset DueAt, Kind Kind)? First(Concern concern, Policy policy)
    {
        if (concern.Outcome is not null)
            return null;
        var clocks = new List<(DateTimeOffset DueAt, Kind Kind)>();
        if (concern is { Acknowledged: null, AskedSince: { } since } && (concern.OverdueSaid is null || since - concern.RaisedAt < Daily))
            clocks.Add((since + Pause(since - concern.RaisedAt, policy), Kind.PassOn));
        if (concern is { Referral: null, ReferBy: { } referBy })
        {
            if (!concern.Reminded)
                clocks.Add((concern.RaisedAt + (referBy - concern.RaisedAt) / 2, Kind.Remind));
            clocks.Add((concern.OverdueSaid + Daily ?? referBy, Kind.Overdue));
        }
        if (concern.Referral is { At: var decided })
            clocks.Add(
                (
                    (concern.OutcomeReminded > decided ? concern.OutcomeReminded.Value : decided) + policy.ConcernOutcomeReminder,
                    Kind.Outcome
                )
            );
        return clocks.Count == 0 ? null : clocks.MinBy(clock => clock.DueAt);
    }

    // As long as it has waited already, a day at most: a mail every hour for days is read by nobody. Once overdue that is said daily.
    private static TimeSpan Pause(TimeSpan waited, Policy policy) =>
        waited > Daily ? Daily
        : waited > policy.ConcernAcknowledgement ? waited
        : policy.ConcernAcknowledgement;

    private static ConcernEvent Strike(Kind kind, Concern concern, ConcernFacts facts, DateTimeOffset now)
    {
        switch (kind)
        {
            case Kind.PassOn:
                var (level, people) = ConcernChain.Next(concern, facts, now);
                return new ConcernEvent.PassedOn(people, level);
            case Kind.Remind:
                return new ConcernEvent.ReferralReminded(OwnerOrLevel());
            case Kind.Outcome:
                return new ConcernEvent.OutcomeReminded(concern.OutcomeReminded is null ? OwnerOrLevel() : LastAndOwner());
            default:
                return new ConcernEvent.ReferralOverdue(
                    concern.Acknowledged is null ? ConcernChain.Next(concern, facts, now).People : LastAndOwner()
                );
        }

        ImmutableArray<PersonId> OwnerOrLevel() =>
            Owner(concern, facts) is { IsEmpty: false } owner ? owner : ConcernChain.From(concern.Level, concern, facts, now).People;

        ImmutableArray<PersonId> LastAndOwner() =>
            [.. ConcernChain.From(ConcernChain.Last, concern, facts, now).People.Union(Owner(concern, facts))];
    }

    private static ImmutableArray<PersonId> Owner(Concern concern, ConcernFacts facts) =>
        concern.Acknowledged is { By: var by } && !facts.Child.IsBarred(by) ? [by] : [];
}
