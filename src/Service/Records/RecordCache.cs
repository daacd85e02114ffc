using Microsoft.Extensions.Caching.Memory;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>
/// Records that change seldom and are read at every step. Each read tells the store the version it holds; only a record that changed is
/// read and parsed again, so nobody ever decides on an old one.
/// </summary>
/// <param name="store">The store.</param>
public sealed class RecordCache(IDocumentStore store) : IDisposable
{
    private const int MostRecords = 20_000;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostRecords });

    /// <summary>Reads a record.</summary>
    /// <typeparam name="TState">Its state.</typeparam>
    /// <typeparam name="TEvent">Its events.</typeparam>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The record as it is in the store at this moment; null when there is none.</returns>
    public async ValueTask<Stored<TState>?> ReadAsync<TState, TEvent>(RecordKind<TState, TEvent> kind, string id, CancellationToken ct)
        where TState : class
        where TEvent : class
    {
        var records = new RecordsRead();
        records.Want(kind, id);
        await ReadAsync(records, ct);
        return records.Of(kind, id);
    }

    /// <summary>Reads all records that are wanted and not read yet, at once.</summary>
    /// <param name="records">The records.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When they are as they are in the store at this moment.</returns>
    public async ValueTask ReadAsync(RecordsRead records, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(records);
        var keys = records.NotYet;
        if (keys.IsEmpty)
            return;
        var held = keys.Select(key => cache.Get<KeptRecord>(key)).ToArray();
        var answers = await store.ReadManyAsync([.. keys.Select((key, i) => new DocumentWanted(key, held[i]?.ETag))], ct);
        foreach (var (i, key) in keys.Index())
            if (records.Set(key, answers[i], held[i]) is { } read && read != held[i])
                cache.Set(key, read, new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();
}
