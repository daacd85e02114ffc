using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>The store of one machine: one SQLite file, one writer, readers that never wait for it.</summary>
internal sealed class SqliteDocumentStore : IDocumentStore, IDisposable
{
    private readonly string path;
    private readonly SqliteSchema schema;
    private readonly FileLock? fileLock;
    private readonly CommitWriter? writer;
    private readonly ReaderPool readers;

    private SqliteDocumentStore(string path, SqliteSchema schema, FileLock? fileLock, Database? database, string absent = "")
    {
        this.path = path;
        this.schema = schema;
        this.fileLock = fileLock;
        writer = database is null ? null : new CommitWriter(database, schema);
        readers = new ReaderPool(() => new StoreReader(Database.OpenReader(path, absent), schema));
    }

    /// <summary>Opens a file, or makes it. Throws <see cref="StoreFileException"/> when it cannot be used, with the reason.</summary>
    public static SqliteDocumentStore Open(string path, StoreSchema declared)
    {
        var schema = new SqliteSchema(declared);
        var fileLock = new FileLock(path);
        Database? database = null;
        try
        {
            database = Database.OpenWriter(path);
            schema.Prepare(database);
            return new SqliteDocumentStore(path, schema, fileLock, database);
        }
        catch (Exception e)
        {
            database?.Dispose();
            fileLock.Dispose();
            if (e is SqliteException or StoreFileException)
                throw new StoreFileException($"The store '{path}' cannot be opened. {e.Message}", e);
            throw;
        }
    }

    /// <summary>Opens a store to read it, also while a server writes to it, and also one that an earlier program made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="declared">What it holds.</param>
    /// <returns>The store; a commit to it is a fault of ours.</returns>
    /// <exception cref="StoreFileException">There is no such store.</exception>
    public static SqliteDocumentStore OpenToRead(string path, StoreSchema declared)
    {
        if (!File.Exists(path))
            throw new StoreFileException($"There is no store '{path}'.");
        try
        {
            using var database = Database.OpenReader(path);
            var (schema, absent) = SqliteSchema.AsFound(declared, database);
            return new SqliteDocumentStore(path, schema, null, null, absent);
        }
        catch (Exception e) when (e is SqliteException or StoreFileException)
        {
            throw new StoreFileException($"The store '{path}' cannot be read. {e.Message}", e);
        }
    }

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct)
    {
        schema.Declared.Check(key);
        return Read(key, static (reader, key) => reader.Read(key), ct);
    }

    public ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct)
    {
        foreach (var one in wanted)
            schema.Declared.Check(one.Key);
        return Read(wanted, static (reader, wanted) => reader.ReadMany(wanted), ct);
    }

    public ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct)
    {
        schema.Declared.Check(query);
        return Read(query, static (reader, query) => reader.Query(query), ct);
    }

    public ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct)
    {
        schema.Declared.Check(query);
        return Read(query, static (reader, query) => reader.Peek(query), ct);
    }

    public async ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        schema.Declared.Check(commit);
        ct.ThrowIfCancellationRequested();
        try
        {
            return await (writer ?? throw new InvalidOperationException("This store was opened to be read.")).CommitAsync(commit);
        }
        catch (SqliteException e)
        {
            throw new StoreUnavailableException("The store could not write.", e);
        }
    }

    public ValueTask ForgetAsync(CancellationToken ct)
    {
        try
        {
            return Database.EmptyLog(path)
                ? ValueTask.CompletedTask
                : throw new StoreUnavailableException("The store's log is being read, and could not be emptied.");
        }
        catch (SqliteException e)
        {
            throw new StoreUnavailableException("The store's log could not be emptied.", e);
        }
    }

    public void Dispose()
    {
        readers.Dispose();
        writer?.Dispose();
        fileLock?.Dispose();
    }

    private ValueTask<T> Read<TArgument, T>(TArgument argument, Func<StoreReader, TArgument, T> read, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return new(readers.Read(argument, read));
        }
        catch (SqliteException e)
        {
            throw new StoreUnavailableException("The store could not read.", e);
        }
    }
}
