using Microsoft.Azure.Functions.Worker;
using OneToOne.Domain;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Arrangements;

/// <summary>What an arrangement's orchestration has done for it. Each is idempotent, and asks the record anew.</summary>
/// <param name="arrangement">Does it.</param>
public sealed class ArrangementActivities(DueArrangement arrangement)
{
    /// <summary>Does what is due.</summary>
    /// <param name="id">The arrangement's id.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Where it stands then; null when there is none.</returns>
    [Function(nameof(AdvanceArrangement))]
    public Task<ArrangementStanding?> AdvanceArrangement([ActivityTrigger] string id, CancellationToken ct) =>
        arrangement.AdvanceAsync(new ArrangementId(id), ct);

    /// <summary>Delivers the messages that are due.</summary>
    /// <param name="id">The arrangement's id.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When none is due any more.</returns>
    [Function(nameof(DeliverArrangement))]
    public Task DeliverArrangement([ActivityTrigger] string id, CancellationToken ct) =>
        arrangement.DeliverAsync(new ArrangementId(id), ct);
}
