using OneToOne.Domain;
using OneToOne.Domain.Assessments;

namespace OneToOne.Service.Assessments;

/// <summary>How it stands with a review, without its date.</summary>
public enum ReviewState
{
    /// <summary>It is not near.</summary>
    InDate,

    /// <summary>It is due within 14 days.</summary>
    DueSoon,

    /// <summary>It was due.</summary>
    Overdue,
}

/// <summary>Who is shown when a review is due: how far off it was set tells of a child's answers to L-10, L-11 and L-12.</summary>
internal static class ReviewDates
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    // Whoever wrote the content knows the answers.
    public static bool AreFor(AssessmentKey key, PersonId? writtenBy, PersonId caller, SectionsSight sight) =>
        key.Kind is not AssessmentKind.Child || sight is SectionsSight.All || writtenBy == caller;

    public static ReviewState StateOf(AssessmentVersion version, DateTimeOffset now) =>
        version.ReviewDue <= now ? ReviewState.Overdue
        : version.ReviewDue <= now + Soon ? ReviewState.DueSoon
        : ReviewState.InDate;
}
