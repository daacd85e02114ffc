using System.Collections.Immutable;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Store;

namespace OneToOne.Service.Assessments;

/// <summary>One step of an assessment: what is asked of it, and what goes with it.</summary>
/// <param name="Key">The assessment.</param>
/// <param name="Command">What is asked, and by whom; null when only what is due is to happen.</param>
public sealed record AssessmentStep(AssessmentKey Key, AssessmentCommand? Command)
{
    /// <summary>Whether the caller has seen this revision; null where it does not matter.</summary>
    public Func<int, bool>? Seen { get; init; }

    /// <summary>Documents that go into the same commit, such as the answer kept for an Idempotency-Key.</summary>
    public Func<AssessmentResult.Done, ImmutableArray<Operation>>? Also { get; init; }

    /// <summary>The document in <see cref="Also"/> by which the same step is known again; null when it need not be.</summary>
    public DocumentKey? Once { get; init; }
}
