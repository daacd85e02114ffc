using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Functions.Arrangements;
using OneToOne.Service.DueWork;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace OneToOne.Functions.Timers;

/// <summary>
/// Looks every hour through the orchestrations that ended. One that failed or was ended by somebody while its arrangement is not over is
/// started again, and so is one that merely ended too soon; the histories of the others go after a week: the record keeps its own.
/// </summary>
/// <param name="arrangement">Knows whether an arrangement is over.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="log">The log.</param>
public sealed partial class PurgeTimer(DueArrangement arrangement, TimeProvider clock, ILogger<PurgeTimer> log)
{
    private const int Most = 2000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(4);

    /// <summary>Looks, and does so many at a time; the rest is found again.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="durable">The Durable client.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>When it is done.</returns>
    [Function(nameof(PurgeTimer))]
    public async Task RunAsync(
        [TimerTrigger("0 35 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient durable,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var (purged, restarted) = (0, 0);
        await foreach (var instance in EndedAsync(durable, now - Kept, ct))
            if (purged + restarted == Most || clock.GetUtcNow() > now + Budget)
                break;
            else if (await SeeToAsync(instance, now - Kept, durable, ct) is { } isPurged)
                (purged, restarted) = isPurged ? (purged + 1, restarted) : (purged, restarted + 1);
        if (purged > 0)
            Purged(purged);
        if (restarted > 0)
            Restarted(restarted);
    }

    // Those that broke come first, however young they are.
    private static async IAsyncEnumerable<OrchestrationMetadata> EndedAsync(
        DurableTaskClient durable,
        DateTimeOffset latest,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var broken in durable.GetAllInstancesAsync(new(Statuses: [Failed, Terminated])).WithCancellation(ct))
            yield return broken;
        await foreach (var ended in durable.GetAllInstancesAsync(new(CreatedTo: latest, Statuses: [Completed])).WithCancellation(ct))
            if (ended.LastUpdatedAt <= latest)
                yield return ended;
    }

    // Whether its history was thrown away, or it was started again. One that fails holds up no other: null where there is nothing to do, or it could not be done.
    private async Task<bool?> SeeToAsync(
        OrchestrationMetadata instance,
        DateTimeOffset latest,
        DurableTaskClient durable,
        CancellationToken ct
    )
    {
        try
        {
            if (!await IsOverAsync(instance, ct))
                return await durable.RestoreAsync(instance.InstanceId, ct) ? false : null;
            if (instance.LastUpdatedAt > latest)
                return null;
            return (await durable.PurgeInstanceAsync(instance.InstanceId, ct)).PurgedInstanceCount > 0 ? true : null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotSeenTo(e, instance.InstanceId);
            return null;
        }
    }

    private async Task<bool> IsOverAsync(OrchestrationMetadata instance, CancellationToken ct) =>
        instance.Name != nameof(ArrangementOrchestration)
        || await arrangement.ReadAsync(new ArrangementId(instance.InstanceId), ct) is null or { IsOver: true };

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

    [LoggerMessage(1012, LogLevel.Error, "The orchestration {Id} has ended and could not be seen to; it is found again")]
    private partial void NotSeenTo(Exception e, string id);
}
