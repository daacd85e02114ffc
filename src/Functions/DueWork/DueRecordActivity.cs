using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.DueWork;

/// <summary>Does what is due for one record. Idempotent.</summary>
/// <param name="due">Does it.</param>
/// <param name="seal">Opens the record's key.</param>
public sealed class DueRecordActivity(DueRecords due, DueRecordSeal seal)
{
    /// <summary>Does one piece of it; the arrangements it touches are woken.</summary>
    /// <param name="record">The record.</param>
    /// <param name="durable">The Durable client.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether more of it is due now.</returns>
    [Function(nameof(WorkOffDueRecord))]
    public async Task<bool> WorkOffDueRecord(
        [ActivityTrigger] DueRecord record,
        [DurableClient] DurableTaskClient durable,
        CancellationToken ct
    )
    {
        DurableClients.Current = durable;
        return await due.WorkOffAsync(seal.Open(record), ct);
    }
}
