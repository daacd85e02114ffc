using System.Collections.Immutable;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Tests.Arrangements;

/// <summary>A store that counts how often it is read, however much at once: each time somebody waits for an answer.</summary>
internal sealed class CountedCalls(IDocumentStore store) : IDocumentStore
{
    public int Reads { get; set; }

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct)
    {
        Reads++;
        return store.ReadAsync(key, ct);
    }

    public ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct)
    {
        Reads++;
        return store.ReadManyAsync(wanted, ct);
    }

    public ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct) => store.CommitAsync(commit, ct);

    public ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct) => store.QueryAsync(query, ct);

    public ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct) => store.PeekAsync(query, ct);
}
