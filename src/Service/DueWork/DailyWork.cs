using OneToOne.Service.Checkpoints;
using OneToOne.Service.Store;

namespace OneToOne.Service.DueWork;

/// <summary>What is done once a day: the checkpoint, and throwing away what nobody will ask for again. Idempotent.</summary>
/// <param name="checkpoints">Makes the checkpoint.</param>
/// <param name="shelf">Knows when it was done last.</param>
/// <param name="store">The store.</param>
/// <param name="clock">The product's clock.</param>
public sealed class DailyWork(Checkpointing checkpoints, ICheckpointShelf shelf, IDocumentStore store, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Does it unless it was done on this UTC day, as the checkpoint that is kept of the day says.</summary>
    /// <param name="ct">Cancels the wait; it is done again the next time.</param>
    /// <returns>Whether it was done now.</returns>
    public async Task<bool> RunIfDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await shelf.LastDayBeforeAsync(StoreTime.Day(now.AddDays(1)), ct) == StoreTime.Day(now))
            return false;
        await RunAsync(ct);
        return true;
    }

    /// <summary>Does it.</summary>
    /// <param name="ct">Cancels the wait; it is done again the next time.</param>
    /// <returns>When it is done.</returns>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await checkpoints.MakeAsync(ct);
        }
        finally
        {
            foreach (var query in Queries.AllExpired)
                await PurgeAsync(query, ct);
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
}
