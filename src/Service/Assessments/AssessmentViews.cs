using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;

namespace OneToOne.Service.Assessments;

/// <summary>Shows an assessment to one caller.</summary>
internal static class AssessmentViews
{
    public static AssessmentView Of(Assessment state, PersonId caller, SectionsSight sight, DateTimeOffset? now) =>
        new(
            state.Key,
            state.Home,
            state.WrittenBy,
            state.Proposed is { } proposed ? Shown(proposed, state.WrittenBy, caller, sight) : null,
            Answers(state.Proposed?.Child),
            state.InForce is { } version ? Of(state.Key, version, caller, sight, now) : null,
            [.. state.Earlier.Select(earlier => Of(state.Key, earlier, caller, sight, null))],
            [.. state.Reviews.Select(review => Of(review, DatesAreFor(state, review.ContentVersion, caller, sight)))]
        );

    private static bool DatesAreFor(Assessment state, int contentVersion, PersonId caller, SectionsSight sight) =>
        ReviewDates.AreFor(
            state.Key,
            state.Earlier.Append(state.InForce).FirstOrDefault(v => v?.ContentVersion == contentVersion)?.WrittenBy,
            caller,
            sight
        );

    private static ReviewView Of(Review review, bool dated) =>
        new(
            review.By,
            review.As,
            review.Result,
            review.Notes,
            review.ContentVersion,
            review.At,
            dated ? review.NextDue : null,
            review.AsDeputy
        );

    private static AssessmentVersionView Of(
        AssessmentKey key,
        AssessmentVersion version,
        PersonId caller,
        SectionsSight sight,
        DateTimeOffset? now
    ) =>
        new(
            version.ContentVersion,
            key.Kind is not AssessmentKind.Child ? null
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
            ReviewDates.AreFor(key, version.WrittenBy, caller, sight) ? version.ReviewDue : null,
            now is { } moment ? ReviewDates.StateOf(version, moment) : null,
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
