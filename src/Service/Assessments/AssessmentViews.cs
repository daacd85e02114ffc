using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;

namespace OneToOne.Service.Assessments;

/// <summary>Shows an assessment to one caller.</summary>
internal static class AssessmentViews
{
    public static AssessmentView Of(Assessment state, PersonId caller, SectionsSight sight) =>
        new(
            state.Key,
            state.Home,
            state.WrittenBy,
            state.Proposed is { } proposed ? Shown(proposed, state.WrittenBy, caller, sight) : null,
            Answers(state.Proposed?.Child),
            state.InForce is { } version ? Of(state.Key.Kind, version, caller, sight) : null,
            [.. state.Earlier.Select(earlier => Of(state.Key.Kind, earlier, caller, sight))],
            state.Reviews
        );

    private static AssessmentVersionView Of(AssessmentKind kind, AssessmentVersion version, PersonId caller, SectionsSight sight) =>
        new(
            version.ContentVersion,
            kind is not AssessmentKind.Child ? null
                : version.ContentVersion == 1 ? AssessmentStage.PreAdmission
                : AssessmentStage.Review,
            version.Late,
            Shown(version.Content, version.WrittenBy, caller, sight),
            Answers(version.Content.Child),
            version.Outcome,
            version.Conditions,
            version.WrittenBy,
            version.AgreedBy,
            version.AgreedAs,
            version.AsDeputy,
            version.AgreedAt,
            version.ReviewDue,
            version.Ended
        );

    // Whoever wrote it knows it.
    private static AssessmentContent Shown(AssessmentContent content, PersonId? writtenBy, PersonId caller, SectionsSight sight) =>
        content with
        {
            Child = writtenBy == caller ? content.Child : Shown(content.Child, sight),
        };

    private static ChildSections? Shown(ChildSections? said, SectionsSight sight) =>
        sight switch
        {
            SectionsSight.All => said,
            SectionsSight.WithTheChild when said is not null => new()
            {
                Support = said.Support,
                NotComfortableAlone = said.NotComfortableAlone,
                Factors = said.Factors,
                Strategy = said.Strategy,
            },
            _ => null,
        };

    private static ImmutableArray<string> Answers(ChildSections? said) =>
        [
            .. new (string Id, object? Answer)[]
            {
                ("L-04", said?.Support),
                ("L-09", said?.Consultations),
                ("L-10", said?.AllegationsOfAbuse),
                ("L-11", said?.HistoryOfMakingAllegations),
                ("L-12", said?.NotComfortableAlone),
                ("L-13", said?.Factors),
                ("L-15", said?.Strategy),
            }
                .Where(part => part.Answer is not null)
                .Select(part => part.Id),
        ];
}
