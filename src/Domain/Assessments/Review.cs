using OneToOne.Domain.People;

namespace OneToOne.Domain.Assessments;

/// <summary>What a review decided (G-16).</summary>
public enum ReviewResult
{
    /// <summary>The content goes on as it is, under the same content version.</summary>
    Continue,

    /// <summary>The content must change: it stops counting now, until a new one is agreed.</summary>
    Change,

    /// <summary>It ends.</summary>
    End,
}

/// <summary>One review of an assessment. Never deleted.</summary>
/// <param name="By">Who reviewed it.</param>
/// <param name="As">In which role; null for the nominated adult of an independent worker.</param>
/// <param name="Result">What was decided.</param>
/// <param name="Notes">Why.</param>
/// <param name="ContentVersion">The content version that was reviewed.</param>
/// <param name="At">When.</param>
/// <param name="NextDue">When the next review is due; the moment of the review itself after a change or an end.</param>
/// <param name="AsDeputy">Whether it was done with the role's power, without holding the role.</param>
public sealed record Review(
    PersonId By,
    Role? As,
    ReviewResult Result,
    string Notes,
    int ContentVersion,
    DateTimeOffset At,
    DateTimeOffset NextDue,
    bool AsDeputy = false
);
