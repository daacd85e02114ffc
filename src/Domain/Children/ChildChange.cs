using System.Collections.Immutable;
using OneToOne.Domain.Guidance;
using static OneToOne.Domain.Guidance.FieldFinding;

namespace OneToOne.Domain.Children;

/// <summary>What a change of a child's record must keep.</summary>
public static class ChildChange
{
    /// <summary>Judges a record beside the one that it replaces.</summary>
    /// <param name="child">The record.</param>
    /// <param name="before">The one that it replaces; null for the first.</param>
    /// <returns>One finding for each field that is not as it must be.</returns>
    public static ImmutableArray<Finding> CheckAgainst(this Child child, Child? before)
    {
        ArgumentNullException.ThrowIfNull(child);
        return before is null ? [] : [.. Fallen(child, before)];
    }

    /// <summary>Whether a record that staff read has an older version than it had: who has read the newer one would count as up to date.</summary>
    /// <param name="record">The record.</param>
    /// <param name="before">What it was.</param>
    /// <returns>True for a lower version under the same reference.</returns>
    public static bool FallsBehind(this RecordVersion record, RecordVersion before) =>
        record is not null
        && before is not null
        && string.Equals(record.Reference?.Trim(), before.Reference?.Trim(), StringComparison.OrdinalIgnoreCase)
        && record.Version < before.Version;

    private static IEnumerable<Finding> Fallen(Child child, Child before)
    {
        if (child.CarePlan.FallsBehind(before.CarePlan))
            yield return Of("child", "carePlan", $"has version {before.CarePlan.Version} or a later one, or a reference of its own");
        if (child.CaseHistory.FallsBehind(before.CaseHistory))
            yield return Of("child", "caseHistory", $"has version {before.CaseHistory.Version} or a later one, or a reference of its own");
    }
}
