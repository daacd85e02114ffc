using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.DueWork;

/// <summary>Does what one arrangement is due, for a host that keeps time for each of them.</summary>
/// <param name="steps">Takes the steps.</param>
/// <param name="deliverer">Delivers what arrangements have to say.</param>
/// <param name="registers">Knows the policies.</param>
public sealed class DueArrangement(ArrangementSteps steps, ArrangementDeliverer deliverer, RegisterReader registers)
{
    /// <summary>Does what is due, without delivering anything. Twice is the same as once.</summary>
    /// <param name="id">Which arrangement.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>Where it stands then; null when there is none.</returns>
    public async Task<ArrangementStanding?> AdvanceAsync(ArrangementId id, CancellationToken ct)
    {
        await steps.AdvanceAsync(id, ct);
        return await ReadAsync(id, ct);
    }

    /// <summary>Delivers the messages that are due.</summary>
    /// <param name="id">Which arrangement.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>When none is due any more.</returns>
    public Task DeliverAsync(ArrangementId id, CancellationToken ct) => deliverer.DeliverAsync(id.Value, ct);

    /// <summary>Looks where it stands.</summary>
    /// <param name="id">Which arrangement.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Where it stands; null when there is none.</returns>
    public async Task<ArrangementStanding?> ReadAsync(ArrangementId id, CancellationToken ct) =>
        await steps.ReadAsync(id, ct) is { } stored ? await StandingOf(stored.Record, ct) : null;

    internal async ValueTask<ArrangementStanding> StandingOf(Record<Arrangement> record, CancellationToken ct) =>
        ArrangementStanding.Of(record, await registers.PolicyAsync(record.State.PolicyVersion, ct));
}
