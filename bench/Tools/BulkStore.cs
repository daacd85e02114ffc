using System.Collections.Immutable;
using OneToOne.Service.Records;
using OneToOne.Service.Store;
using OneToOne.Standalone.Store;

namespace OneToOne.Bench.Tools;

/// <summary>
/// Fills a store file before a server opens it: the engine's own tables and statements, all commits in one transaction, indexes made at the
/// end. The ledger writes through it, so that records and histories are those of the product.
/// </summary>
internal sealed class BulkStore : IDocumentStore, IDisposable
{
    private readonly SqliteSchema schema = new(StoreSchema.Product);
    private readonly Database database;
    private readonly CommitApplier applier;

    public BulkStore(string path)
    {
        database = Database.OpenWriter(path);
        schema.Prepare(database);
        database.Execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000");
        foreach (var index in database.Pairs("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE '%_key'").Keys)
            database.Execute($"DROP INDEX {Sql.Name(index)}");
        applier = new CommitApplier(database, schema);
        Ledger = new Ledger(this);
        database.Execute(Sql.Begin);
    }

    public Ledger Ledger { get; }

    public void Add(string partition, string commandId, Document document) =>
        Apply(new(partition, commandId, new Operation.Create(document)));

    public ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct) => new(Apply(commit));

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct) =>
        throw new NotSupportedException();

    public ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Makes all of it durable, with its indexes.</summary>
    public void Dispose()
    {
        database.Execute(Sql.Commit);
        schema.Prepare(database);
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        database.Dispose();
    }

    private CommitResult Apply(Commit commit) =>
        applier.Apply(commit) is CommitResult.Committed done
            ? done
            : throw new InvalidOperationException($"'{commit.Partition}' is in the file already.");
}
