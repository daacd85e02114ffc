using System.Collections.Immutable;
using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Http;

/// <summary>As much of a store as the pipeline itself needs: it creates documents and reads them, or is out of reach.</summary>
internal sealed class MemoryStore : IDocumentStore
{
    private readonly Dictionary<DocumentKey, StoredDocument> documents = [];

    public bool IsOut { get; set; }

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct) =>
        IsOut ? throw new StoreUnavailableException("out") : new(documents.GetValueOrDefault(key));

    public async ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct)
    {
        var read = ImmutableArray.CreateBuilder<DocumentRead>();
        foreach (var one in wanted)
            read.Add(await ReadAsync(one.Key, ct) is { } found ? new DocumentRead.Found(found) : DocumentRead.Missing.Instance);
        return read.ToImmutable();
    }

    public ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        foreach (var document in commit.Operations.Cast<Operation.Create>().Select(create => create.Document))
        {
            DocumentKey key = new(commit.Partition, document.Type, document.Id);
            if (!documents.TryAdd(key, new(key, "1", document.Json)))
                return new(new CommitResult.Conflict(0));
        }

        return new(CommitResult.Committed.Instance);
    }

    public ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct) => throw new NotSupportedException();
}
