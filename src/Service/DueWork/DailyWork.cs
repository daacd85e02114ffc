using Microsoft.Extensions.Logging;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.Store;

namespace OneToOne.Service.DueWork;

/// <summary>What is done once a day: verifying against the checkpoints kept, the next checkpoint, and throwing away what nobody will ask for again. Idempotent.</summary>
/// <param name="checkpoints">Makes the checkpoint.</param>
/// <param name="shelf">Knows when it was done last.</param>
/// <param name="store">The store.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="log">Hears of histories that somebody has changed.</param>
public sealed partial class DailyWork(
    Checkpointing checkpoints,
    ICheckpointShelf shelf,
    IDocumentStore store,
    TimeProvider clock,
    ILogger<DailyWork> log
)
{
    private const int PageSize = 200;

    /// <summary>Does it, but makes no second checkpoint on a UTC day of which one is kept. What could not be thrown away is the next time.</summary>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether a checkpoint was made.</returns>
    public async Task<bool> RunIfDueAsync(CancellationToken ct)
    {
        var isMade = false;
        await PurgeAfterAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                isMade = await shelf.LastDayBeforeAsync(StoreTime.Day(now.AddDays(1)), ct) != StoreTime.Day(now);
                if (isMade)
                    await CheckpointAsync(ct);
            },
            ct
        );
        return isMade;
    }

    /// <summary>Does all of it; a checkpoint of the same day is replaced.</summary>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When it is done.</returns>
    public Task RunAsync(CancellationToken ct) => PurgeAfterAsync(() => CheckpointAsync(ct), ct);

    private async Task CheckpointAsync(CancellationToken ct)
    {
        await VerifyAsync(ct);
        await checkpoints.MakeAsync(ct);
    }

    // What is out of date goes even when there can be no checkpoint.
    private async Task PurgeAfterAsync(Func<Task> checkpoint, CancellationToken ct)
    {
        try
        {
            await checkpoint();
        }
        finally
        {
            foreach (var query in Queries.AllExpired)
                await PurgeAsync(query, ct);
        }
    }

    // Whatever keeps histories from being verified keeps nothing else from being done.
    private async Task VerifyAsync(CancellationToken ct)
    {
        try
        {
            var report = await checkpoints.VerifySomeAsync(ct);
            if (report.Faults is [var first, ..])
                InDoubt(
                    null,
                    $"{report.Faults.Count} faults; the first, in a record of type {first.Record.Split('/')[0]}: {first.Problem}"
                );
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            InDoubt(e, e.GetType().Name);
        }
    }

    private async Task PurgeAsync(QueryDefinition query, CancellationToken ct)
    {
        var expired = new DocumentQuery(query) { To = StoreTime.Text(clock.GetUtcNow()), Limit = PageSize };
        while (await store.QueryAsync(expired, ct) is { Documents: { IsEmpty: false } documents })
            foreach (var document in documents)
                await store.CommitAsync(
                    new(document.Key.Partition, Guid.NewGuid().ToString("N"), new Operation.Delete(document.Key.Type, document.Key.Id)),
                    ct
                );
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Histories are not what checkpoints kept, or could not be verified: {What}",
        EventName = "HistoryInDoubt"
    )]
    private partial void InDoubt(Exception? exception, string what);
}
