using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>One sentence of the guidance, in our own words, as something the software does.</summary>
/// <param name="Id">Its id, such as <c>L-19</c>; the same wherever the rule lives.</param>
/// <param name="Section">The document and section it comes from: <c>G</c>, or <c>L1</c> to <c>L4</c>.</param>
/// <param name="Kinds">What the software does about it.</param>
/// <param name="Words">What is asked, in one plain sentence.</param>
/// <param name="Where">
/// The source files that mention it, from <c>src/Domain</c>, or from <c>src</c> where they begin with <c>Service/</c>; empty while nothing
/// enforces it.
/// </param>
public sealed record Duty(string Id, string Section, ImmutableArray<DutyKind> Kinds, string Words, params ImmutableArray<string> Where)
{
    /// <summary>Where a client meets it: a method and a route of the API, such as <c>POST /api/arrangements/{id}/start</c>.</summary>
    public required string Api { get; init; }

    /// <summary>Whether the software does it today.</summary>
    public bool IsEnforced => !Where.IsEmpty;
}
