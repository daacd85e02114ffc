using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Functions.Arrangements;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Timers;

/// <summary>
/// Throws away the histories of orchestrations that ended a week ago; the record keeps its own. One whose arrangement is not over should not
/// have ended, and is started again.
/// </summary>
/// <param name="watch">Knows whether an arrangement is over.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="log">The log.</param>
public sealed partial class PurgeTimer(ArrangementWatch watch, TimeProvider clock, ILogger<PurgeTimer> log)
{
    private const int Most = 2000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(4);

    /// <summary>Throws them away, so many at a time; the rest is found again.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="durable">The Durable client.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>When it is done.</returns>
    [Function("PurgeHistories")]
    public async Task RunAsync(
        [TimerTrigger("0 35 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient durable,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var latest = now - Kept;
        var (purged, restarted) = (0, 0);
        await foreach (var instance in durable.GetAllInstancesAsync(EndedBefore(latest)).WithCancellation(ct))
            if (purged + restarted == Most || clock.GetUtcNow() > now + Budget)
                break;
            else if (instance.LastUpdatedAt > latest)
                continue;
            else if (!await IsOverAsync(instance, ct))
                restarted += await durable.RestoreAsync(instance.InstanceId, ct) ? 1 : 0;
            else
                purged += (await durable.PurgeInstanceAsync(instance.InstanceId, ct)).PurgedInstanceCount;
        if (purged > 0)
            Purged(purged);
        if (restarted > 0)
            Restarted(restarted);
    }

    private static OrchestrationQuery EndedBefore(DateTimeOffset latest) =>
        new(
            CreatedTo: latest,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]
        );

    private async Task<bool> IsOverAsync(OrchestrationMetadata instance, CancellationToken ct) =>
        instance.Name != nameof(ArrangementOrchestration)
        || await watch.ReadAsync(new ArrangementId(instance.InstanceId), ct) is null or { IsOver: true };

    [LoggerMessage(1010, LogLevel.Information, "Histories of {Count} orchestrations were thrown away")]
    private partial void Purged(int count);

    // Found here rather than by the minute's look, but of the same kind.
    [LoggerMessage(
        1011,
        LogLevel.Warning,
        "Safety net acted: {Count} orchestrations had ended before their arrangement was over; they were started again",
        EventName = "SafetyNetActed"
    )]
    private partial void Restarted(int count);
}
