using System.Collections.Immutable;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>A store that lets somebody else act just before its n-th call, counted from 1.</summary>
internal sealed class Interposed(IDocumentStore store, int call, Func<Task> other) : IDocumentStore
{
    private int calls;

    /// <summary>Whether the call was made, so that the other has acted.</summary>
    public bool Struck => calls >= call;

    /// <summary>The number of the first call that looked a document up; null when none has.</summary>
    public int? FirstRead(DocumentKey key) => read.TryGetValue(key, out var first) ? first : null;

    /// <summary>The number of the first call that wrote a document; null when none has.</summary>
    public int? FirstWritten(DocumentKey key) => written.TryGetValue(key, out var first) ? first : null;

    private readonly Dictionary<DocumentKey, int> read = [];
    private readonly Dictionary<DocumentKey, int> written = [];

    public async ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct)
    {
        await CallAsync();
        read.TryAdd(key, calls);
        return await store.ReadAsync(key, ct);
    }

    // Documents of one call may be read at different moments, so each is a call of its own here.
    public async ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct)
    {
        var all = ImmutableArray.CreateBuilder<DocumentRead>();
        foreach (var one in wanted)
        {
            await CallAsync();
            read.TryAdd(one.Key, calls);
            all.AddRange(await store.ReadManyAsync([one], ct));
        }
        return all.ToImmutable();
    }

    public async ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        await CallAsync();
        foreach (var operation in commit.Operations)
            written.TryAdd(new(commit.Partition, operation.Type, operation.Id), calls);
        return await store.CommitAsync(commit, ct);
    }

    public async ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct)
    {
        await CallAsync();
        return await store.QueryAsync(query, ct);
    }

    public async ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct)
    {
        await CallAsync();
        return await store.PeekAsync(query, ct);
    }

    private async Task CallAsync()
    {
        if (++calls == call)
            await other();
    }
}
