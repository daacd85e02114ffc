using System.Collections.Immutable;
using OneToOne.Domain.Children;

namespace OneToOne.Domain.Assessments;

/// <summary>What is not as it should be with an assessment.</summary>
public enum Lapse
{
    /// <summary>A content was written and is not agreed; or a child lives here and has no assessment (L-17).</summary>
    Unfinished,

    /// <summary>Its review date has passed and nobody has reviewed it (G-16).</summary>
    Overdue,

    /// <summary>A child's first one was agreed only after admission, or is still not agreed then (L-14).</summary>
    Late,
}

/// <summary>Finds it.</summary>
public static class Lapses
{
    /// <summary>What is not as it should be now.</summary>
    /// <param name="assessment">The assessment; null when nothing has been written for the child.</param>
    /// <param name="child">The child of a child's assessment; null for any other.</param>
    /// <param name="today">The day, in the home's time zone.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Each lapse once.</returns>
    public static ImmutableArray<Lapse> Of(Assessment? assessment, Child? child, DateOnly today, DateTimeOffset now)
    {
        var lapses = ImmutableArray.CreateBuilder<Lapse>();
        if (assessment is null or { Proposed: not null })
            lapses.Add(Lapse.Unfinished);
        if (assessment?.InForce is { Ended: false } version && version.ReviewDue <= now)
            lapses.Add(Lapse.Overdue);
        if (child is not null && (First(assessment)?.Late ?? child.AdmittedOn < today) == true)
            lapses.Add(Lapse.Late);
        return lapses.ToImmutable();
    }

    private static AssessmentVersion? First(Assessment? assessment) => assessment?.Earlier is [var first, ..] ? first : assessment?.InForce;
}
