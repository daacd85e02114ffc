using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Assessments;

/// <summary>What this child's one-to-one time may be, as it follows from the assessment (L-15).</summary>
/// <param name="Purposes">For what.</param>
/// <param name="Settings">Where.</param>
/// <param name="Longest">For how long at most.</param>
/// <param name="Words">What staff bear in mind, and why.</param>
public sealed record Strategy(ImmutableArray<Purpose> Purposes, ImmutableArray<Setting> Settings, TimeSpan Longest, string Words)
{
    /// <summary>Whether two strategies say the same; a list counts by its entries.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Whether they do.</returns>
    public bool Equals(Strategy? other) =>
        other is not null
        && (Longest, Words) == (other.Longest, other.Words)
        && Purposes.SequenceEqual(other.Purposes)
        && Settings.SequenceEqual(other.Settings);

    /// <summary>Whether it names a purpose or setting that another one does not, or a longer time.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Whether something is within it that is outside the other.</returns>
    public bool PermitsMoreThan(Strategy other) =>
        other is null || Longest > other.Longest || Purposes.Except(other.Purposes).Any() || Settings.Except(other.Settings).Any();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Longest, Words);
}
