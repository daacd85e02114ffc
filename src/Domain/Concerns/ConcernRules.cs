using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Concerns;

/// <summary>When a refusal is a concern, and what becomes of one.</summary>
public static class ConcernRules
{
    /// <summary>The duties of which a refusal is a concern.</summary>
    /// <param name="findings">Why a request was refused.</param>
    /// <returns>Their ids; empty when the refusal is no concern.</returns>
    public static ImmutableArray<string> DutiesIn(ImmutableArray<Finding> findings) =>
        [.. findings.Select(f => f.Id).Where(id => id is "L-19" or "L-20").Distinct()];

    /// <summary>Raises a concern about a refused plan.</summary>
    /// <param name="id">The id that it is to have.</param>
    /// <param name="plan">What was asked for.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="duties">The duties that it ran against.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The concern.</returns>
    public static Concern Raise(ConcernId id, Plan plan, PersonId by, ImmutableArray<string> duties, Facts facts, DateTimeOffset now)
    {
        var concern = new Concern
        {
            Id = id,
            Home = facts.Home.Id,
            Child = plan.Child,
            About = plan.Worker,
            RaisedBy = by,
            RaisedAt = now,
            Duties = duties,
            Plan = plan,
            Told = [.. Correspondence.ConcernRecipients(facts, now).Where(p => !facts.Child.IsBarred(p))],
        };
        return concern.Told.IsEmpty ? concern with { Told = Others(concern, facts, now) } : concern;
    }

    /// <summary>Who is told when nobody told so far could be reached: the next level, and nobody twice.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The people; never the one it is about.</returns>
    public static ImmutableArray<PersonId> Others(Concern concern, Facts facts, DateTimeOffset now) =>
        [
            .. new[] { Role.HomesManager, Role.ServiceManager }
                .SelectMany(role => facts.Home.OnCall.Present(role, now))
                .Select(p => p.Person)
                .Distinct()
                .Where(p => p != concern.About && !concern.Told.Contains(p) && !facts.Child.IsBarred(p)),
        ];

    /// <summary>What an event does.</summary>
    /// <param name="state">The concern before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The concern after it.</returns>
    public static Concern Evolve(Concern? state, ConcernEvent happened) =>
        (state, happened) switch
        {
            (null, ConcernEvent.Raised raised) => raised.Concern,
            ({ } concern, ConcernEvent.PassedOn on) => concern with { Told = concern.Told.AddRange(on.Told) },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to this concern"),
        };
}
