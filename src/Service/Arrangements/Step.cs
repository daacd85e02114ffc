using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Links;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>One step of an arrangement: what is asked of it, by whom, and what goes with it.</summary>
/// <param name="Id">The arrangement.</param>
/// <param name="Command">What is asked; null when only what is due is to happen.</param>
/// <param name="By">Who asks; null for a clock.</param>
public sealed record Step(ArrangementId Id, ArrangementCommand? Command, PersonId? By)
{
    /// <summary>Whether a child and a worker come together by it.</summary>
    public bool Begins => Command is ArrangementCommand.Start or ArrangementCommand.StartUnplanned;

    /// <summary>Whether what is asked takes something from the registers for granted, so that they are looked at once more after the commit.</summary>
    public bool RestsOnRegisters =>
        Begins
        || Command
            is ArrangementCommand.Request
                or ArrangementCommand.PlanOccasion
                or ArrangementCommand.Change
                or ArrangementCommand.DecideOverride
                or ArrangementCommand.Approve
                or ArrangementCommand.RecordApproval;

    /// <summary>Whether whoever asks may know of this arrangement at all; null where that is settled. If not, it is as if there were none.</summary>
    public Func<Facts, bool>? MayKnow { get; init; }

    /// <summary>The revision that the caller has seen; null where it does not matter.</summary>
    public Func<Arrangement, bool>? Seen { get; init; }

    /// <summary>Documents that go into the same commit, such as the answer kept for an Idempotency-Key.</summary>
    public Func<Arrangement, ImmutableArray<Operation>>? Also { get; init; }

    /// <summary>
    /// The document in <see cref="Also"/> by which the same step is known again when it is asked a second time; null when it need not be.
    /// </summary>
    public DocumentKey? Once { get; init; }

    /// <summary>Whether the other children who are to be there count: once more after a start.</summary>
    public bool WithCompany { get; init; }

    /// <summary>The link that the step came by, opened with its code; null when it came by no link.</summary>
    public LinkRecord? Link { get; init; }

    /// <summary>Whether it puts another child or another worker in the place of those whom an arrangement is about.</summary>
    /// <param name="state">The arrangement.</param>
    /// <returns>Whether it does.</returns>
    public bool ChangesWhoItIsAbout(Arrangement state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Command is ArrangementCommand.Change { Plan: var plan }
            && (plan.Child != state.Plan.Child || plan.Worker != state.Plan.Worker);
    }
}
