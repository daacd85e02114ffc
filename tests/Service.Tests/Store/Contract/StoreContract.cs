using System.Collections.Immutable;
using System.Text;
using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Store.Contract;

/// <summary>What every engine must do. An engine's tests derive from each contract and say how it is opened.</summary>
public abstract class StoreContract
{
    protected static readonly DocumentType Thing = new("thing", Fields.DueAt, Fields.Home, Fields.Open, Fields.CreatedAt);
    protected static readonly DocumentType Entry = new("entry");

    protected static readonly QueryDefinition ThingsDue = new("due", Thing, QueryScope.AllPartitions, [Fields.Home], Fields.DueAt, "often");

    protected static readonly QueryDefinition OpenNewestFirst = new(
        "openNewestFirst",
        Thing,
        QueryScope.AllPartitions,
        [Fields.Home, Fields.Open],
        Fields.CreatedAt,
        "often",
        Descending: true
    );

    protected static readonly QueryDefinition ThingsIn = new(
        "thingsIn",
        Thing,
        QueryScope.OnePartition,
        [Fields.Open],
        Fields.CreatedAt,
        "often"
    );

    protected static readonly QueryDefinition EntriesIn = new("entriesIn", Entry, QueryScope.OnePartition, [], Fields.Id, "often");

    protected static readonly StoreSchema Schema = new([Thing, Entry], [ThingsDue, OpenNewestFirst, ThingsIn, EntriesIn]);

    protected abstract IDocumentStore Store { get; }

    /// <summary>A name nothing else uses, for a partition, a home or a command.</summary>
    protected static string New() => Guid.NewGuid().ToString("N");

    protected static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);

    protected static Document Doc(DocumentType type, string id, string json = "{}", params ImmutableArray<FieldValue> fields) =>
        new(type, id, Json(json), fields);

    protected async Task<string?> ReadJson(string partition, DocumentType type, string id) =>
        await Store.ReadAsync(new(partition, type, id), default) is { } found ? Encoding.UTF8.GetString(found.Json.Span) : null;

    protected async Task<string?> ReadETag(string partition, DocumentType type, string id) =>
        (await Store.ReadAsync(new(partition, type, id), default))?.ETag;

    protected async Task<string> Commit(string partition, params ImmutableArray<Operation> operations)
    {
        var result = await Store.CommitAsync(new Commit(partition, New(), operations), default);
        Assert.IsType<CommitResult.Committed>(result);
        return (await ReadETag(partition, operations[0].Type, operations[0].Id))!;
    }

    protected Task<CommitResult> Try(string partition, params ImmutableArray<Operation> operations) =>
        Store.CommitAsync(new Commit(partition, New(), operations), default).AsTask();
}
