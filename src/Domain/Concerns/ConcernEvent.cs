using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OneToOne.Domain.Concerns;

/// <summary>What happens to a concern.</summary>
public abstract record ConcernEvent
{
    private ConcernEvent() { }

    /// <summary>It was raised.</summary>
    /// <param name="Concern">The concern.</param>
    public sealed record Raised(Concern Concern) : ConcernEvent;

    /// <summary>Nobody told so far could be reached, or nobody acknowledged it in time; others are told.</summary>
    /// <param name="Told">Who is told now.</param>
    /// <param name="Level">The level that is told because the one before was silent; null when somebody could not be reached.</param>
    public sealed record PassedOn(
        ImmutableArray<PersonId> Told,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Level = null
    ) : ConcernEvent;

    /// <summary>Somebody looks into it.</summary>
    /// <param name="By">Who.</param>
    public sealed record Acknowledged(PersonId By) : ConcernEvent;

    /// <summary>Half of the time to decide on a referral has gone by.</summary>
    /// <param name="Told">Who is reminded.</param>
    public sealed record ReferralReminded(ImmutableArray<PersonId> Told) : ConcernEvent;

    /// <summary>The time to decide on a referral has gone by; said daily until it is decided.</summary>
    /// <param name="Told">Who is told.</param>
    public sealed record ReferralOverdue(ImmutableArray<PersonId> Told) : ConcernEvent;

    /// <summary>It was decided on a while ago, and nobody has recorded what came of it; said again and again until somebody does.</summary>
    /// <param name="Told">Who is reminded: whoever looks into it, and from the second time on the last level as well.</param>
    public sealed record OutcomeReminded(ImmutableArray<PersonId> Told) : ConcernEvent;

    /// <summary>It was decided whether it is referred.</summary>
    /// <param name="Referral">The decision.</param>
    /// <param name="Told">Who is told that a grave one was not referred; null for nobody.</param>
    public sealed record ReferralDecided(
        Referral Referral,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<PersonId>? Told = null
    ) : ConcernEvent;

    /// <summary>It was closed.</summary>
    /// <param name="Outcome">What came of it.</param>
    public sealed record Closed(ConcernOutcome Outcome) : ConcernEvent;

    /// <summary>Something was added.</summary>
    /// <param name="Addendum">What.</param>
    public sealed record AddendumAdded(ConcernAddendum Addendum) : ConcernEvent;
}
