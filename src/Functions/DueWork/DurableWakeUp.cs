using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneToOne.Functions.Arrangements;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Functions.DueWork;

/// <summary>
/// Tells an arrangement's orchestration that it changed, after the change is on disk. Any other record has no orchestration of its own: when
/// it is due now, a short one works it off. A lost wake-up costs time, and never fails what caused it.
/// </summary>
/// <param name="seal">Seals what a short orchestration is told.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class DurableWakeUp(DueRecordSeal seal, TimeProvider clock, ILogger<DurableWakeUp> log) : IWakeUp
{
    // Whoever calls for help waits for it, and after it for the mail; what takes longer goes on without them.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public ValueTask WakeAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) =>
        record.Type == DocumentTypes.Arrangement
            ? TryAsync(record, durable => durable.WakeOrStartAsync(record.Id, ct))
            : WorkOffAsync(record, dueAt, ct);

    public ValueTask WatchAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) =>
        record.Type == DocumentTypes.Arrangement
            ? TryAsync(record, durable => durable.StartOrWakeAsync(record.Id, ct))
            : WorkOffAsync(record, dueAt, ct);

    private ValueTask WorkOffAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) =>
        dueAt <= clock.GetUtcNow()
            ? TryAsync(
                record,
                durable =>
                    durable.ScheduleNewOrchestrationInstanceAsync(nameof(DueRecordOrchestration), seal.Close(record), cancellation: ct)
            )
            : ValueTask.CompletedTask;

    private async ValueTask TryAsync(DocumentKey record, Func<DurableTaskClient, Task> wake)
    {
        if (DurableClients.Current is not { } durable)
            return;
        try
        {
            await wake(durable).WaitAsync(Longest, clock);
        }
        catch (Exception e)
        {
            NotWoken(e, record.Type.Name, record.LoggedId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The orchestration of {Type} {Id} was not woken; the safety net sees to it")]
    private partial void NotWoken(Exception e, string type, string id);
}
