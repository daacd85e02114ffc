using System.Collections.Immutable;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Children;

/// <summary>How somebody acknowledges what they have read about a child (L-30).</summary>
public static class ChildReading
{
    /// <summary>The child's record after somebody has acknowledged what they read.</summary>
    /// <param name="child">The record.</param>
    /// <param name="by">Who read it.</param>
    /// <param name="carePlan">The version of the care plan that they read; null for none.</param>
    /// <param name="caseHistory">The version of the case history that they read; null for none.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The same record when they had acknowledged it before; the findings when it is not the current version.</returns>
    public static (Child After, ImmutableArray<Finding> Findings) Acknowledge(
        this Child child,
        PersonId by,
        int? carePlan,
        int? caseHistory,
        DateTimeOffset now
    )
    {
        if (carePlan is null && caseHistory is null)
            return (child, [Reading.Nothing("carePlan")]);
        ImmutableArray<Finding> findings =
        [
            .. Reading.NotCurrent("L-30", child.CarePlan, carePlan, "carePlan"),
            .. Reading.NotCurrent("L-30", child.CaseHistory, caseHistory, "caseHistory"),
        ];
        var (plans, histories) = (
            Add(child.CarePlanRead, by, child.CarePlan, carePlan, now),
            Add(child.CaseHistoryRead, by, child.CaseHistory, caseHistory, now)
        );
        return !findings.IsEmpty || (plans == child.CarePlanRead && histories == child.CaseHistoryRead)
            ? (child, findings)
            : (child with { CarePlanRead = plans, CaseHistoryRead = histories }, []);
    }

    // One entry for each reader, the newest: the older ones stay in the record's history.
    private static ImmutableArray<Acknowledgement> Add(
        ImmutableArray<Acknowledgement> read,
        PersonId by,
        RecordVersion current,
        int? version,
        DateTimeOffset now
    ) =>
        version is null || read.Any(one => one.By == by && one.What == current)
            ? read
            : [.. read.Where(one => one.By != by), new(by, current, now)];
}
