using System.Collections.Immutable;

namespace OneToOne.Domain.Fairness;

/// <summary>A pattern that was found.</summary>
/// <param name="Pattern">Which.</param>
/// <param name="Times">How often; 0 where it is not counted.</param>
/// <param name="Words">What it is, in words.</param>
/// <param name="Disposition">What a manager last made of it; null when nobody has.</param>
public sealed record PatternSeen(FairnessPattern Pattern, int Times, string Words, Disposition? Disposition);

/// <summary>The time of one worker with one child.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Child">The child.</param>
/// <param name="Sessions">How many sessions.</param>
/// <param name="Hours">How many hours.</param>
/// <param name="Allocated">The hours allocated for the period; null when none are.</param>
/// <param name="Words">How the two compare, or that there is too little to say.</param>
/// <param name="Patterns">What there is to look at.</param>
public sealed record PairTime(
    PersonId Worker,
    ChildId Child,
    int Sessions,
    double Hours,
    double? Allocated,
    string Words,
    ImmutableArray<PatternSeen> Patterns
);

/// <summary>The time of one child with anybody.</summary>
/// <param name="Child">The child.</param>
/// <param name="Sessions">How many sessions.</param>
/// <param name="Hours">How many hours.</param>
/// <param name="Patterns">What there is to look at.</param>
public sealed record ChildTime(ChildId Child, int Sessions, double Hours, ImmutableArray<PatternSeen> Patterns);

/// <summary>How one-to-one time was shared in a home and period (L-28).</summary>
/// <param name="About">What this is and is not.</param>
/// <param name="Pairs">Each worker and child who had time together, or to whom some is allocated; most time first.</param>
/// <param name="Children">Every child of the home, those with least time first.</param>
public sealed record FairnessReport(string About, ImmutableArray<PairTime> Pairs, ImmutableArray<ChildTime> Children);
