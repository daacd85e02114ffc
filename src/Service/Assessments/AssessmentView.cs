using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;

namespace OneToOne.Service.Assessments;

/// <summary>Which of a child's assessments an agreed content is.</summary>
public enum AssessmentStage
{
    /// <summary>The first: the one that belongs before admission (L-14).</summary>
    PreAdmission,

    /// <summary>One that followed it.</summary>
    Review,
}

/// <summary>An assessment as one caller sees it: of a child's sections, only what they may.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Home">The home whose managers answer for it.</param>
/// <param name="WrittenBy">Who wrote the newest content.</param>
/// <param name="Proposed">A content that waits to be agreed.</param>
/// <param name="ProposedAnswers">The duties that its child's sections answer, such as <c>L-10</c>; never how.</param>
/// <param name="InForce">The newest agreed content.</param>
/// <param name="Earlier">The agreed contents before it, oldest first.</param>
/// <param name="Reviews">All reviews, oldest first.</param>
public sealed record AssessmentView(
    AssessmentKey Key,
    HomeId Home,
    PersonId WrittenBy,
    AssessmentContent? Proposed,
    ImmutableArray<string> ProposedAnswers,
    AssessmentVersionView? InForce,
    ImmutableArray<AssessmentVersionView> Earlier,
    ImmutableArray<ReviewView> Reviews
);

/// <summary>An agreed content as one caller sees it.</summary>
/// <param name="ContentVersion">Counts the agreed contents, from 1.</param>
/// <param name="Stage">For a child: whether it is the one before admission or a later one; null for any other part.</param>
/// <param name="Late">Whether the one before admission was agreed only afterwards (L-14).</param>
/// <param name="Content">What was agreed.</param>
/// <param name="Answers">The duties that its child's sections answer; never how.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Conditions">Under which conditions.</param>
/// <param name="WrittenBy">Who wrote it; null where that was not kept.</param>
/// <param name="AgreedBy">Who agreed it.</param>
/// <param name="AgreedAs">In which role; null for the nominated adult of an independent worker (G-06).</param>
/// <param name="AsDeputy">Whether with the role's power, without holding the role.</param>
/// <param name="AgreedAt">When.</param>
/// <param name="ReviewDue">From when on it no longer counts, unless it is reviewed before; of a child's, only for who may see its sections.</param>
/// <param name="ReviewState">How it stands with that review now; null for an earlier content, and for one as it was.</param>
/// <param name="Ended">Whether a review ended it.</param>
public sealed record AssessmentVersionView(
    int ContentVersion,
    AssessmentStage? Stage,
    bool Late,
    AssessmentContent Content,
    ImmutableArray<string> Answers,
    Outcome Outcome,
    string? Conditions,
    PersonId? WrittenBy,
    PersonId AgreedBy,
    Role? AgreedAs,
    bool AsDeputy,
    DateTimeOffset AgreedAt,
    DateTimeOffset? ReviewDue,
    ReviewState? ReviewState,
    bool Ended
);
