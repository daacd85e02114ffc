using System.Collections.Immutable;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Assessments;

/// <summary>What happened to an assessment. Closed: the cases are those nested here.</summary>
/// <param name="At">When.</param>
public abstract record AssessmentEvent(DateTimeOffset At)
{
    /// <summary>A content was written.</summary>
    /// <param name="Key">What it is about.</param>
    /// <param name="Home">The home whose managers answer for it.</param>
    /// <param name="By">Who wrote it.</param>
    /// <param name="Content">What was written.</param>
    /// <param name="At">When.</param>
    public sealed record Proposed(AssessmentKey Key, HomeId Home, PersonId By, AssessmentContent Content, DateTimeOffset At)
        : AssessmentEvent(At);

    /// <summary>A content was agreed; the one before it, if any, stays on record.</summary>
    /// <param name="Version">What was agreed, by whom and until when.</param>
    public sealed record Agreed(AssessmentVersion Version) : AssessmentEvent(Version.AgreedAt);

    /// <summary>The agreed content was reviewed.</summary>
    /// <param name="Review">By whom and with which result.</param>
    public sealed record Reviewed(Review Review) : AssessmentEvent(Review.At);

    /// <summary>The next review is sooner, because the record of a session says that needs or circumstances changed (G-24).</summary>
    /// <param name="Because">The arrangement whose record it is.</param>
    /// <param name="Due">By when.</param>
    /// <param name="At">When.</param>
    public sealed record ReviewBroughtForward(ArrangementId Because, DateTimeOffset Due, DateTimeOffset At) : AssessmentEvent(At);

    /// <summary>The time came to remind somebody of a review.</summary>
    /// <param name="Stage">Whether it is ahead, due now, or overdue.</param>
    /// <param name="Due">When the review is, or was, due.</param>
    /// <param name="Roles">The roles whose present holders are told.</param>
    /// <param name="People">The people who are told besides.</param>
    /// <param name="Moment">The moment for which it was planned; the same moment never comes twice.</param>
    /// <param name="At">When it was noticed; later than the moment if nothing ran in between.</param>
    public sealed record Reminded(
        ReminderStage Stage,
        DateTimeOffset Due,
        ImmutableArray<Role> Roles,
        ImmutableArray<PersonId> People,
        DateTimeOffset Moment,
        DateTimeOffset At
    ) : AssessmentEvent(At);
}

/// <summary>Where a reminder stands to the moment at which a review is due.</summary>
public enum ReminderStage
{
    /// <summary>Before it.</summary>
    Ahead,

    /// <summary>At it: the assessment stops counting.</summary>
    Due,

    /// <summary>After it, once a day until somebody reviews.</summary>
    Overdue,
}
