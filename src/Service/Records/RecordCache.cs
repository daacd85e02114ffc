using Microsoft.Extensions.Caching.Memory;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>
/// Records that change seldom and are read at every step. Each read asks the store for the record's version; only a record that changed is
/// read and parsed again, so nobody ever decides on an old one.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="ledger">Reads what has changed.</param>
public sealed class RecordCache(IDocumentStore store, Ledger ledger) : IDisposable
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
        var key = kind.KeyOf(id);
        if (await store.ReadETagAsync(key, ct) is not { } etag)
            return null;
        if (cache.TryGetValue(key, out Stored<TState>? kept) && kept!.ETag == etag)
            return kept;
        if (await ledger.ReadAsync(kind, id, ct) is not { } found)
            return null;
        cache.Set(key, found, new MemoryCacheEntryOptions { Size = 1 });
        return found;
    }

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();
}
