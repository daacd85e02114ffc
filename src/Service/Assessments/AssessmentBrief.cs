using System.Collections.Immutable;
using OneToOne.Domain.Assessments;

namespace OneToOne.Service.Assessments;

/// <summary>One line of the list of a home's assessments.</summary>
/// <param name="Key">Its key; also that of a child of whom nothing has been written.</param>
/// <param name="ContentVersion">The content version in force; null before the first is agreed.</param>
/// <param name="Outcome">What was decided on it.</param>
/// <param name="Ended">Whether a review ended it.</param>
/// <param name="ReviewDue">When its review is or was due; of a child's, only for who may see its sections.</param>
/// <param name="ReviewState">How it stands with that review; null before the first content is agreed.</param>
/// <param name="States">What is not as it should be; empty when nothing is.</param>
public sealed record AssessmentBrief(
    string Key,
    int? ContentVersion,
    Outcome? Outcome,
    bool Ended,
    DateTimeOffset? ReviewDue,
    ReviewState? ReviewState,
    ImmutableArray<Lapse> States
);
