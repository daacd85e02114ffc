using System.Collections.Immutable;

namespace OneToOne.Domain.Assessments;

/// <summary>One part of what is weighed before one-to-one time, with its own review date (G-15, G-16).</summary>
public sealed record Assessment
{
    /// <summary>What it is about.</summary>
    public required AssessmentKey Key { get; init; }

    /// <summary>The home whose managers answer for it.</summary>
    public required HomeId Home { get; init; }

    /// <summary>Who wrote the newest content.</summary>
    public required PersonId WrittenBy { get; init; }

    /// <summary>Who else wrote since the version in force: taking over what waits and changing it a little does not make it another's.</summary>
    public ImmutableArray<PersonId> AlsoWrittenBy { get; init; } = [];

    /// <summary>A content that waits to be agreed; null when none does.</summary>
    public AssessmentContent? Proposed { get; init; }

    /// <summary>The newest agreed content; null before the first is agreed.</summary>
    public AssessmentVersion? InForce { get; init; }

    /// <summary>The agreed contents before it, oldest first.</summary>
    public ImmutableArray<AssessmentVersion> Earlier { get; init; } = [];

    /// <summary>All reviews, oldest first.</summary>
    public ImmutableArray<Review> Reviews { get; init; } = [];

    /// <summary>The moment up to which reminders have been given; null before the first content is agreed.</summary>
    public DateTimeOffset? RemindedUpTo { get; init; }

    /// <summary>Whether it permits one-to-one time.</summary>
    /// <param name="now">The moment.</param>
    /// <returns>Whether an agreed content is in force, in date, and permits.</returns>
    public bool Permits(DateTimeOffset now) =>
        InForce is { Ended: false, Outcome: not Outcome.NotPermit } version && now < version.ReviewDue;
}
