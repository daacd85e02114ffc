using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Assessments;

/// <summary>The longest time to the next review that a policy allows (G-16).</summary>
public static class ReviewInterval
{
    /// <summary>For a content that is agreed now.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The longest time.</returns>
    public static TimeSpan OfNew(AssessmentContent content, Policy policy) =>
        content.Urgent ? AtMost(policy, policy.UrgentReviewInterval, OfContinued(content, policy)) : OfContinued(content, policy);

    /// <summary>For a content that a review continues; what was urgent has had its review.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The longest time.</returns>
    public static TimeSpan OfContinued(AssessmentContent content, Policy policy) =>
        AtMost(policy, policy.OrdinaryReviewInterval, IsShort(content) ? policy.ShortReviewInterval : policy.OrdinaryReviewInterval);

    // L-10, L-11, L-12.
    private static bool IsShort(AssessmentContent content) => content.ShortReview || content.Child?.AsksForShortReview == true;

    private static TimeSpan AtMost(Policy policy, TimeSpan one, TimeSpan other) => new[] { policy.ReviewIntervalCap, one, other }.Min();
}
