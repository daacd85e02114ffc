using System.Collections.Immutable;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>Reads over one connection, used by one caller at a time.</summary>
internal sealed class StoreReader(Database database, SqliteSchema schema) : IDisposable
{
    /// <summary>Not below any text: the last code point of all.</summary>
    private const string Highest = "\U0010FFFF";

    public StoredDocument? Read(DocumentKey key) => Read(new DocumentWanted(key)) is DocumentRead.Found found ? found.Document : null;

    /// <summary>In one transaction: the log is locked and looked through once, and what one read brings into the cache serves the next.</summary>
    public ImmutableArray<DocumentRead> ReadMany(ImmutableArray<DocumentWanted> wanted)
    {
        database.Statement(Sql.BeginRead).Run();
        try
        {
            return [.. wanted.Select(Read)];
        }
        finally
        {
            database.Statement(Sql.Commit).Run();
        }
    }

    public DocumentPage Query(DocumentQuery query)
    {
        var select = Select(schema[query.Definition].Page, query, query.Limit + 1);
        try
        {
            var documents = ImmutableArray.CreateBuilder<StoredDocument>();
            var end = default(Continuation);
            while (select.Step())
            {
                if (documents.Count == query.Limit)
                    return new(documents.DrainToImmutable(), end.Text(query.Definition));
                end = new(select.Text(1)!, select.Number(0));
                var key = new DocumentKey(select.Text(2)!, query.Definition.Type, select.Text(3)!);
                documents.Add(new(key, select.Text(4)!, select.Bytes(5)));
            }
            return new(documents.DrainToImmutable(), null);
        }
        finally
        {
            select.Reset();
        }
    }

    public string? Peek(DocumentQuery query)
    {
        var select = Select(schema[query.Definition].Peek, query, 1);
        try
        {
            return select.Step() ? select.Text(0) : null;
        }
        finally
        {
            select.Reset();
        }
    }

    public void Dispose() => database.Dispose();

    private DocumentRead Read(DocumentWanted wanted)
    {
        var (key, held) = wanted;
        var read = database.Statement(schema[key.Type].Read);
        read.Bind(1, key.Partition);
        read.Bind(2, key.Id);
        try
        {
            if (!read.Step())
                return DocumentRead.Missing.Instance;
            var etag = read.Text(0)!;
            return etag == held ? DocumentRead.NotModified.Instance : new DocumentRead.Found(new(key, etag, read.Bytes(1)));
        }
        finally
        {
            read.Reset();
        }
    }

    private Statement Select(string sql, DocumentQuery query, int limit)
    {
        var (start, end) = Bounds(query);
        var select = database.Statement(sql);
        select.Bind(1, start.Value);
        select.Bind(2, start.Row);
        select.Bind(3, end);
        select.Bind(4, limit);
        var parameter = QueryText.FirstEqual;
        if (query.Partition is not null)
            select.Bind(parameter++, query.Partition);
        foreach (var value in query.EqualTo)
            select.Bind(parameter++, value);
        return select;
    }

    private static (Continuation Start, string End) Bounds(DocumentQuery query)
    {
        var (low, high) = (query.From ?? "", query.To ?? Highest);
        var (first, last) = query.Definition.Descending ? (new Continuation(high, long.MaxValue), low) : (new Continuation(low, 0), high);
        return (query.Continuation is null ? first : Continuation.Parse(query.Continuation, query.Definition), last);
    }
}
