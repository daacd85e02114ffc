using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Concerns;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>A document that goes into a step's own commit so that others hear of the step, however late: no crash comes in between.</summary>
/// <param name="Key">Where it is, for the host to look at soon.</param>
/// <param name="Create">The operation that keeps it.</param>
internal readonly record struct Announcement(DocumentKey Key, Operation Create)
{
    /// <summary>All that a step announces: concerns to open, a review to bring forward, an agreement that no longer stands as it did.</summary>
    public static ImmutableArray<Announcement> In(Step step, Record<Arrangement>? before, Taken taken, Facts facts, string commandId)
    {
        var announced = ImmutableArray.CreateBuilder<Announcement>();
        foreach (var arose in ConcernArose.In(step.Id, before?.Count ?? 0, taken.Happened, taken.At))
            announced.Add(new(arose.Key, arose.Announce()));
        if (before is null)
            return announced.ToImmutable();
        var (plan, events) = (before.State.Plan, taken.Happened.Select(h => h.Event));
        if (EarlyReview.In(plan, step.Id, step.By, events, taken.At, facts.Policy.EarlyReviewWithin) is { } early)
            Hand(early);
        if (IsUnsettled(before.State, taken.After!))
            Hand(new(taken.After!.Plan.Child, null));
        return announced.ToImmutable();

        void Hand(RegisterChanged changed) =>
            announced.Add(
                new(
                    RegisterChanged.KeyOf(ArrangementRecords.Kind.PartitionOf(step.Id.Value), commandId),
                    changed.Announce(commandId, taken.At)
                )
            );
    }

    // The occasions planned under an agreement hear of it.
    private static bool IsUnsettled(Arrangement before, Arrangement after) =>
        before is { Plan.Standing: not null, Phase: Phase.InForce or Phase.Suspended }
        && (before.Phase.GetType() != after.Phase.GetType() || before.Round != after.Round);
}
