using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>
/// All that an engine is told about what it holds: types with their fields, and the queries it must answer. It also says whether a commit
/// or a query is one that every engine can do; the bounds are those of the narrowest, a Cosmos transactional batch.
/// </summary>
/// <param name="types">Every document type.</param>
/// <param name="queries">Every query.</param>
public sealed class StoreSchema(ImmutableArray<DocumentType> types, ImmutableArray<QueryDefinition> queries)
{
    /// <summary>The product's own.</summary>
    public static readonly StoreSchema Product = new(DocumentTypes.All, Store.Queries.All);

    private const int MaximumOperations = 100;
    private const int MaximumBytes = 1_900_000;

    private readonly FrozenSet<DocumentType> knownTypes = types.ToFrozenSet();
    private readonly FrozenSet<QueryDefinition> knownQueries = queries.ToFrozenSet<QueryDefinition>(ReferenceEqualityComparer.Instance);

    /// <summary>Every document type.</summary>
    public ImmutableArray<DocumentType> Types => types;

    /// <summary>Every query.</summary>
    public ImmutableArray<QueryDefinition> Queries => queries;

    /// <summary>Throws <see cref="ArgumentException"/> unless the key names a declared type.</summary>
    public void Check(DocumentKey key) => CheckType(key.Type);

    /// <summary>Throws <see cref="ArgumentException"/> unless every engine can do the commit.</summary>
    public void Check(Commit commit)
    {
        CheckId(commit.Partition);
        if (commit.CommandId.Length is 0 or > 255)
            throw new ArgumentException("A command id has 1 to 255 characters.");
        var operations = commit.Operations;
        if (operations.Length is 0 or > MaximumOperations)
            throw new ArgumentException("A commit has 1 to 100 operations.");

        var bytes = 0;
        for (var i = 0; i < operations.Length; i++)
        {
            CheckTarget(operations[i], operations.AsSpan(0, i));
            bytes += operations[i].Written is { } document ? CheckContent(document) : 0;
        }
        if (bytes > MaximumBytes)
            throw new ArgumentException("A commit has at most 1.9 MB of JSON, what must be escaped counted as its escape.");
    }

    /// <summary>Throws <see cref="ArgumentException"/> unless the query is declared and asked as it is declared.</summary>
    public void Check(DocumentQuery query)
    {
        var definition = query.Definition;
        if (!knownQueries.Contains(definition))
            throw new ArgumentException($"The query '{definition.Name}' is not declared.");
        if (query.EqualTo.Length != definition.EqualTo.Length)
            throw new ArgumentException($"The query '{definition.Name}' takes a value for each field it compares.");
        if (query.Partition is null == definition.Scope is QueryScope.OnePartition)
            throw new ArgumentException($"The query '{definition.Name}' takes a partition exactly when its scope is one.");
        if (query.Limit is < 1 or > DocumentQuery.MaximumLimit)
            throw new ArgumentException("A page has 1 to 1000 documents.");
    }

    private void CheckTarget(Operation operation, ReadOnlySpan<Operation> before)
    {
        CheckType(operation.Type);
        CheckId(operation.Id);
        foreach (var other in before)
            if (other.Type == operation.Type && other.Id == operation.Id)
                throw new ArgumentException("A commit touches each document once.");
    }

    private void CheckType(DocumentType type)
    {
        if (!knownTypes.Contains(type))
            throw new ArgumentException($"The type '{type.Name}' is not declared.");
    }

    private static void CheckId(string id)
    {
        if (id.Length is 0 or > 255 || id.AsSpan().IndexOfAny(@"/\?#") >= 0)
            throw new ArgumentException(@"An id has 1 to 255 characters, none of / \ ? #.");
    }

    private static int CheckContent(Document document)
    {
        foreach (var value in document.Fields)
            if (!document.Type.Fields.Contains(value.Field))
                throw new ArgumentException($"'{document.Type.Name}' does not declare the field '{value.Field}'.");
        return document.Json.IsEmpty ? throw new ArgumentException("A document has content.") : SizeAsText(document.Json.Span);
    }

    // An engine may keep JSON as a text within JSON: quotation marks are escaped there, and what lies beyond the first plane takes two escapes.
    private static int SizeAsText(ReadOnlySpan<byte> json)
    {
        var size = json.Length;
        foreach (var unit in json)
            size += unit switch
            {
                (byte)'"' or (byte)'\\' or < 0x20 => 1,
                >= 0xF0 => 8,
                _ => 0,
            };
        return size;
    }
}
