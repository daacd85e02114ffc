using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Concerns;

/// <summary>
/// A safeguarding concern that a refused request gave rise to (L-19, L-20). Restricted: for the homes and service managers of the home, and
/// never for the person it is about.
/// </summary>
public sealed record Concern
{
    /// <summary>Its id; the same request gives the same id.</summary>
    public required ConcernId Id { get; init; }

    /// <summary>The home whose managers look into it.</summary>
    public required HomeId Home { get; init; }

    /// <summary>The child.</summary>
    public required ChildId Child { get; init; }

    /// <summary>Whom it is about: the worker of the plan.</summary>
    public required PersonId About { get; init; }

    /// <summary>Whose request gave rise to it.</summary>
    public required PersonId RaisedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The duties that the request ran against, such as <c>L-20</c>.</summary>
    public required ImmutableArray<string> Duties { get; init; }

    /// <summary>What was asked for, with the answers that are the concern.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Who was told.</summary>
    public required ImmutableArray<PersonId> Told { get; init; }
}

/// <summary>What happens to a concern.</summary>
public abstract record ConcernEvent
{
    private ConcernEvent() { }

    /// <summary>It was raised.</summary>
    /// <param name="Concern">The concern.</param>
    public sealed record Raised(Concern Concern) : ConcernEvent;

    /// <summary>Nobody told so far could be reached; others are told.</summary>
    /// <param name="Told">Who is told now.</param>
    public sealed record PassedOn(ImmutableArray<PersonId> Told) : ConcernEvent;
}
