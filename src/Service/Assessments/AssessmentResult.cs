using System.Collections.Immutable;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Store;

namespace OneToOne.Service.Assessments;

/// <summary>What came of a step of an assessment.</summary>
public abstract record AssessmentResult
{
    private AssessmentResult() { }

    /// <summary>It is done, and on disk.</summary>
    /// <param name="Assessment">The assessment as it is now.</param>
    /// <param name="Revision">Its revision: how many entries its history has.</param>
    public sealed record Done(Assessment Assessment, int Revision) : AssessmentResult;

    /// <summary>The rules refuse it.</summary>
    /// <param name="Findings">Why, and what would lift it.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings) : AssessmentResult;

    /// <summary>The caller has seen another revision than the one that is there.</summary>
    /// <param name="Revision">The one that is there.</param>
    public sealed record Stale(int Revision) : AssessmentResult;

    /// <summary>This very step was taken before, as the document of <see cref="AssessmentStep.Once"/> says.</summary>
    /// <param name="Document">That document.</param>
    public sealed record TakenBefore(StoredDocument Document) : AssessmentResult;

    /// <summary>The child, the worker or the caller is not in the register, or there is nothing to decide on.</summary>
    public sealed record NotFound : AssessmentResult;
}
