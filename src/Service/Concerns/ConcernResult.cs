using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

/// <summary>One step of a concern: what is asked of it, and what goes with it.</summary>
/// <param name="Id">The concern.</param>
/// <param name="Command">What is asked; null when only what is due is to happen.</param>
/// <param name="By">Who asks; null for a clock.</param>
public sealed record ConcernStep(ConcernId Id, ConcernCommand? Command, PersonId? By)
{
    /// <summary>Documents that go into the same commit, such as the answer kept for an Idempotency-Key.</summary>
    public Func<ConcernResult.Done, ImmutableArray<Operation>>? Also { get; init; }

    /// <summary>What became of somebody's link; null when nothing did.</summary>
    public DeliveryEvent? Link { get; init; }

    /// <summary>Whether the revision that is there is the one that was read; null when whoever asks did not say what they read.</summary>
    public Func<int, bool>? Seen { get; init; }

    /// <summary>The document in <see cref="Also"/> by which the same step is known again; null when it need not be.</summary>
    public DocumentKey? Once { get; init; }
}

/// <summary>What came of a step of a concern.</summary>
public abstract record ConcernResult
{
    private ConcernResult() { }

    /// <summary>It is done, and on disk.</summary>
    /// <param name="Concern">The concern as it is now.</param>
    public sealed record Done(Concern Concern) : ConcernResult;

    /// <summary>The rules refuse it.</summary>
    /// <param name="Findings">Why, and what would lift it.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings) : ConcernResult;

    /// <summary>This very step was taken before.</summary>
    /// <param name="Document">The document of <see cref="ConcernStep.Once"/>.</param>
    public sealed record TakenBefore(StoredDocument Document) : ConcernResult;

    /// <summary>It is based on another revision.</summary>
    /// <param name="Revision">The one that is there.</param>
    public sealed record Stale(int Revision) : ConcernResult;

    /// <summary>There is no such concern, or who asks is not in the register.</summary>
    public sealed record NotFound : ConcernResult;
}
