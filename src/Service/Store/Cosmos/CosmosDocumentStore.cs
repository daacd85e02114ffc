using System.Collections.Immutable;
using Microsoft.Azure.Cosmos;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>The store in Azure Cosmos DB: one container, one transactional batch a commit, point reads, and declared queries.</summary>
internal sealed class CosmosDocumentStore : IDocumentStore
{
    private readonly StoreSchema schema;
    private readonly CosmosReader reader;
    private readonly CosmosWriter writer;

    /// <param name="container">The container, made as <see cref="CosmosContainers"/> says.</param>
    /// <param name="schema">What it holds.</param>
    /// <param name="clock">The product's clock.</param>
    /// <param name="patience">How long one read, or one attempt of a commit, may take.</param>
    public CosmosDocumentStore(Container container, StoreSchema schema, TimeProvider clock, TimeSpan patience)
    {
        this.schema = schema;
        reader = new(container, schema, patience);
        writer = new(container, reader, clock, patience);
    }

    public async ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct)
    {
        schema.Check(key);
        return await reader.ReadAsync(new DocumentWanted(key), ct) is DocumentRead.Found found ? found.Document : null;
    }

    // Point reads at once: each costs one unit for up to a kilobyte, where one query for many costs more than their sum.
    public async ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct)
    {
        foreach (var one in wanted)
            schema.Check(one.Key);
        return [.. await Task.WhenAll(wanted.Select(one => reader.ReadAsync(one, ct)))];
    }

    public async ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        schema.Check(commit);
        ct.ThrowIfCancellationRequested();
        return await writer.CommitAsync(commit);
    }

    public async ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct)
    {
        schema.Check(query);
        return await reader.QueryAsync(query, ct);
    }

    public async ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct)
    {
        schema.Check(query);
        return await reader.PeekAsync(query, ct);
    }
}
