using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;

namespace OneToOne.Service.Assessments;

/// <summary>One review of an assessment as one caller sees it.</summary>
/// <param name="By">Who reviewed it.</param>
/// <param name="As">In which role; null for the nominated adult of an independent worker.</param>
/// <param name="Result">What was decided.</param>
/// <param name="Notes">Why.</param>
/// <param name="ContentVersion">The content version that was reviewed.</param>
/// <param name="At">When.</param>
/// <param name="NextDue">When the next review is due; null for who may not see the child's sections.</param>
/// <param name="AsDeputy">Whether it was done with the role's power, without holding the role.</param>
public sealed record ReviewView(
    PersonId By,
    Role? As,
    ReviewResult Result,
    string Notes,
    int ContentVersion,
    DateTimeOffset At,
    DateTimeOffset? NextDue,
    bool AsDeputy
);
