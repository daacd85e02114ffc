namespace OneToOne.Domain.Assessments;

/// <summary>What an assessment is after something happened to it.</summary>
public static class AssessmentState
{
    /// <summary>Applies one event.</summary>
    /// <param name="state">The assessment; null before its first event.</param>
    /// <param name="happened">What happened.</param>
    /// <returns>The assessment after it.</returns>
    public static Assessment Evolve(Assessment? state, AssessmentEvent happened) =>
        (state, happened) switch
        {
            (null, AssessmentEvent.Proposed first) => new()
            {
                Key = first.Key,
                Home = first.Home,
                WrittenBy = first.By,
                Proposed = first.Content,
            },
            ({ } assessment, AssessmentEvent.Proposed next) => assessment with
            {
                WrittenBy = next.By,
                AlsoWrittenBy = assessment.Proposed is null ? [] : [.. assessment.AlsoWrittenBy.Append(assessment.WrittenBy).Distinct()],
                Proposed = next.Content,
            },
            ({ } assessment, AssessmentEvent.Agreed agreed) => assessment with
            {
                Proposed = null,
                InForce = agreed.Version,
                Earlier = assessment.InForce is { } before ? assessment.Earlier.Add(before) : assessment.Earlier,
                RemindedUpTo = agreed.At,
            },
            ({ InForce: { } version } assessment, AssessmentEvent.Reviewed { Review: var review }) => assessment with
            {
                InForce = version with { ReviewDue = review.NextDue, Ended = review.Result == ReviewResult.End },
                Reviews = assessment.Reviews.Add(review),
                RemindedUpTo = review.At,
            },
            ({ InForce: { } version } assessment, AssessmentEvent.ReviewBroughtForward sooner) => assessment with
            {
                InForce = version with { ReviewDue = sooner.Due },
            },
            ({ } assessment, AssessmentEvent.Reminded reminded) => assessment with { RemindedUpTo = reminded.Moment },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to this assessment"),
        };
}
