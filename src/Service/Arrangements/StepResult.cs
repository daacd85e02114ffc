using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>What came of a step.</summary>
public abstract record StepResult
{
    private StepResult() { }

    /// <summary>It is done, and on disk.</summary>
    /// <param name="Arrangement">The arrangement as it is now.</param>
    public sealed record Done(Arrangement Arrangement) : StepResult;

    /// <summary>The rules refuse it.</summary>
    /// <param name="Findings">Why, and what would lift it.</param>
    /// <param name="Arrangement">The arrangement as it is; null when there is none.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings, Arrangement? Arrangement) : StepResult;

    /// <summary>This very step was taken before, as the document of <see cref="Step.Once"/> says.</summary>
    /// <param name="Document">That document.</param>
    public sealed record TakenBefore(StoredDocument Document) : StepResult;

    /// <summary>There is no such arrangement, whoever asks may not know of it, or a person or child it names is not in the register.</summary>
    public sealed record NotFound : StepResult;

    /// <summary>The caller has seen another revision than the one that is there.</summary>
    /// <param name="Arrangement">The arrangement as it is.</param>
    public sealed record Stale(Arrangement Arrangement) : StepResult;
}
