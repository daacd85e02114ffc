using OneToOne.Domain.People;

namespace OneToOne.Domain.Assessments;

/// <summary>What somebody asks of an assessment. Closed: the cases are those nested here.</summary>
/// <param name="By">Who asks.</param>
public abstract record AssessmentCommand(PersonId By)
{
    /// <summary>Writes the first content, or a new one; it counts once it is agreed.</summary>
    /// <param name="By">Who writes.</param>
    /// <param name="Content">What is written.</param>
    public sealed record Propose(PersonId By, AssessmentContent Content) : AssessmentCommand(By);

    /// <summary>Agrees the proposed content (G-14).</summary>
    /// <param name="By">Who agrees.</param>
    /// <param name="As">In which role; null for the nominated adult of an independent worker.</param>
    /// <param name="Outcome">What is decided.</param>
    /// <param name="Conditions">Under which conditions; null unless the outcome has some.</param>
    /// <param name="ReviewDue">When the review is due; null for the latest that the policy allows.</param>
    public sealed record Agree(PersonId By, Role? As, Outcome Outcome, string? Conditions = null, DateTimeOffset? ReviewDue = null)
        : AssessmentCommand(By);

    /// <summary>Has the next review sooner, because the record of a session says that needs or circumstances changed (G-24).</summary>
    /// <param name="By">Who made the record.</param>
    /// <param name="Because">The arrangement whose record it is.</param>
    /// <param name="Since">When it was recorded: a review after that has known of it.</param>
    /// <param name="Due">By when.</param>
    public sealed record BringForward(PersonId By, ArrangementId Because, DateTimeOffset Since, DateTimeOffset Due) : AssessmentCommand(By);

    /// <summary>Reviews the agreed content (G-16).</summary>
    /// <param name="By">Who reviews.</param>
    /// <param name="As">In which role; null for the nominated adult of an independent worker.</param>
    /// <param name="Result">What is decided.</param>
    /// <param name="Notes">Why.</param>
    /// <param name="NextReview">When the next review is due, if it continues; null for the latest that the policy allows.</param>
    public sealed record Review(PersonId By, Role? As, ReviewResult Result, string Notes, DateTimeOffset? NextReview = null)
        : AssessmentCommand(By);
}
