using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;

namespace OneToOne.Domain.Guidance;

/// <summary>A document that a worker has read before being alone with a child.</summary>
public enum ReadDocument
{
    /// <summary>The child's care plan (L-30).</summary>
    CarePlan,

    /// <summary>The child's case history (L-30).</summary>
    CaseHistory,

    /// <summary>The organisation's guidance on physical contact (L-32).</summary>
    PhysicalContactGuidance,
}

/// <summary>One document to read, and what its reader has read of it.</summary>
/// <param name="Document">Which.</param>
/// <param name="Current">Where it is kept, and its current version.</param>
/// <param name="Last">The version that the reader acknowledged last; null when none.</param>
public sealed record ToRead(ReadDocument Document, RecordVersion Current, RecordVersion? Last)
{
    /// <summary>Whether the reader knows the current version. An arrangement keeps its policy, whose guidance may be the older one.</summary>
    public bool IsRead =>
        Last is { } last
        && last.Reference == Current.Reference
        && (Document == ReadDocument.PhysicalContactGuidance ? last.Version >= Current.Version : last.Version == Current.Version);

    /// <summary>All that the worker of an arrangement is to have read.</summary>
    /// <param name="facts">The registers.</param>
    /// <returns>One entry for each document.</returns>
    public static ImmutableArray<ToRead> For(Facts facts) =>
        [
            new(ReadDocument.CarePlan, facts.Child.CarePlan, LastOf(facts.Child.CarePlanRead, facts.Worker.Id)),
            new(ReadDocument.CaseHistory, facts.Child.CaseHistory, LastOf(facts.Child.CaseHistoryRead, facts.Worker.Id)),
            new(ReadDocument.PhysicalContactGuidance, facts.Policy.PhysicalContactGuidance, facts.Worker.ContactGuidanceRead?.What),
        ];

    private static RecordVersion? LastOf(ImmutableArray<Acknowledgement> read, PersonId worker) =>
        read.FirstOrDefault(acknowledged => acknowledged.By == worker)?.What;
}
