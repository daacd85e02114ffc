using System.Collections.Immutable;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Drills;

/// <summary>The registers that a step of a drill looks at.</summary>
/// <param name="Home">The home with its on-call list.</param>
/// <param name="Policy">The policy whose clocks hold.</param>
/// <param name="Actor">Who asks; null for a clock.</param>
public sealed record DrillFacts(Home Home, Policy Policy, Person? Actor)
{
    /// <summary>Whether another drill of the home is open.</summary>
    public bool AnotherIsOpen { get; init; }

    /// <summary>The steps of which a message was accepted.</summary>
    public ImmutableArray<int> Reached { get; init; } = [];
}
