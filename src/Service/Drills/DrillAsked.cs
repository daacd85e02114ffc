using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Drills;

/// <summary>One step that is asked of a drill.</summary>
/// <param name="Id">Which drill.</param>
/// <param name="Home">Its home.</param>
/// <param name="Command">What is asked; null when only what is due is to happen.</param>
/// <param name="By">Who asks; null for a clock.</param>
public sealed record DrillAsked(DrillId Id, HomeId Home, DrillCommand? Command, PersonId? By)
{
    /// <summary>The kept answer by which the same step is known again; null when it need not be.</summary>
    public DocumentKey? Once { get; init; }

    /// <summary>Documents that go into the same commit.</summary>
    public Func<Record<Drill>, ImmutableArray<Operation>>? Also { get; init; }

    /// <summary>What became of the link that the step came by.</summary>
    public DeliveryEvent? Link { get; init; }
}

/// <summary>What came of a step of a drill: a closed union.</summary>
public abstract record DrillResult
{
    private DrillResult() { }

    /// <summary>There is no such drill.</summary>
    public sealed record NotFound : DrillResult;

    /// <summary>It is done, or had been.</summary>
    /// <param name="Record">The drill.</param>
    public sealed record Done(Record<Drill> Record) : DrillResult;

    /// <summary>The very same was asked before.</summary>
    /// <param name="Document">The answer kept.</param>
    public sealed record TakenBefore(StoredDocument Document) : DrillResult;

    /// <summary>It is refused.</summary>
    /// <param name="Findings">Why.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings) : DrillResult;
}
