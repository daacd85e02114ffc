using System.Text.Json.Nodes;
using OneToOne.Domain;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Tests.Support;

/// <summary>A record as an older app meets it that a newer one has written.</summary>
internal static class Unreadable
{
    /// <summary>Adds a member that this app does not know, and leaves the arrangement due since long ago, or never.</summary>
    public static Task MakeUnreadableAsync(this IDocumentStore store, ArrangementId id, bool due = true) =>
        store.MakeUnreadableAsync(ArrangementRecords.Kind, id.Value, due);

    /// <summary>The same for a record of any kind.</summary>
    public static async Task MakeUnreadableAsync<TState, TEvent>(
        this IDocumentStore store,
        RecordKind<TState, TEvent> kind,
        string id,
        bool due = true
    )
        where TState : class
        where TEvent : class
    {
        // The server may be writing to it just now, such as that a mail was accepted.
        while (await store.CommitAsync(await UnreadableAsync(store, kind, id, due), default) is not CommitResult.Committed)
            ;
    }

    private static async Task<Commit> UnreadableAsync<TState, TEvent>(
        IDocumentStore store,
        RecordKind<TState, TEvent> kind,
        string id,
        bool due
    )
        where TState : class
        where TEvent : class
    {
        var found = (await store.ReadAsync(kind.KeyOf(id), default))!;
        var json = JsonNode.Parse(found.Json.Span)!;
        json["fromALaterVersion"] = 1;
        // By its last change it is found whenever anybody asks for what changed since.
        var fields = kind.FieldsOf(Ledger.Read<TState>(found).State)
            .Append(new FieldValue(Fields.ChangedOn, StoreTime.Day(DateTimeOffset.MaxValue)));
        if (due && kind.Type.Fields.Contains(Fields.DueAt))
            fields = fields.Append(FieldValue.At(Fields.DueAt, DateTimeOffset.UnixEpoch));
        var document = new Document(found.Key.Type, found.Key.Id, JsonBytes(json), [.. fields]);
        return new(found.Key.Partition, Guid.NewGuid().ToString("N"), new Operation.Replace(document, found.ETag));
    }

    private static byte[] JsonBytes(JsonNode json) => System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
}
