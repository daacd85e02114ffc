using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Sessions;

namespace OneToOne.Domain.Fairness;

/// <summary>What one session says about how time is given (L-28).</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Child">The child.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Length">How long it took, or has taken so far.</param>
/// <param name="Secluded">Whether the place was remote, secluded or isolated.</param>
/// <param name="Overran">Whether it took longer than planned, grace included.</param>
/// <param name="Late">Whether any of it lay in the policy's late hours.</param>
/// <param name="Overriders">Who allowed a departure from the guidance for it.</param>
public sealed record SessionFact(
    PersonId Worker,
    ChildId Child,
    DateTimeOffset StartedAt,
    TimeSpan Length,
    bool Secluded,
    bool Overran,
    bool Late,
    ImmutableArray<PersonId> Overriders
)
{
    /// <summary>The session of an arrangement.</summary>
    /// <param name="state">The arrangement.</param>
    /// <param name="home">The home, by whose clock hours are late.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">This moment.</param>
    /// <returns>Its session; null when it had none.</returns>
    public static SessionFact? Of(Arrangement state, Home home, Policy policy, DateTimeOffset now)
    {
        if (SessionOf(state.Phase) is not { } session)
            return null;
        var end = session.EndedAt ?? now;
        return new(
            state.Plan.Worker,
            state.Plan.Child,
            session.StartedAt,
            end - session.StartedAt,
            state.Plan.Place is { Secluded: true } or { Exposure: Exposure.Isolated },
            end - session.StartedAt > state.Plan.Length + policy.EndGrace,
            IsLate(session.StartedAt, end, home, policy),
            [.. state.Overrides.Where(o => o.Allowed).Select(o => o.By).Distinct()]
        );
    }

    private static Session? SessionOf(Phase phase) =>
        phase switch
        {
            Phase.Active p => p.Session,
            Phase.AwaitingCloseOut p => p.Session,
            Phase.Closed p => p.Session,
            _ => null,
        };

    // Late hours go over midnight; what begins before them and ends in them is late as well.
    private static bool IsLate(DateTimeOffset from, DateTimeOffset to, Home home, Policy policy)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(home.TimeZone);
        return At(from) || At(to) || to - from > TimeSpan.FromDays(1);

        bool At(DateTimeOffset moment) =>
            TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime).IsBetween(policy.LateHours.From, policy.LateHours.Until);
    }
}
