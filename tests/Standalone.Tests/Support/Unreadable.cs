using System.Text.Json.Nodes;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Tests.Support;

/// <summary>An arrangement as an older app meets it that a newer one has written.</summary>
internal static class Unreadable
{
    /// <summary>Adds a member that this app does not know, and leaves the arrangement due since long ago.</summary>
    public static async Task MakeUnreadableAsync(this IDocumentStore store, ArrangementId id)
    {
        // The server may be writing to it just now, such as that a mail was accepted.
        while (await store.CommitAsync(await UnreadableAsync(store, id), default) is not CommitResult.Committed)
            ;
    }

    private static async Task<Commit> UnreadableAsync(IDocumentStore store, ArrangementId id)
    {
        var kind = ArrangementRecords.Kind;
        var found = (await store.ReadAsync(kind.KeyOf(id.Value), default))!;
        var json = JsonNode.Parse(found.Json.Span)!;
        json["fromALaterVersion"] = 1;
        var fields = kind.FieldsOf(Ledger.Read<Arrangement>(found).State).Append(FieldValue.At(Fields.DueAt, DateTimeOffset.UnixEpoch));
        var document = new Document(found.Key.Type, found.Key.Id, JsonBytes(json), [.. fields]);
        return new(found.Key.Partition, Guid.NewGuid().ToString("N"), new Operation.Replace(document, found.ETag));
    }

    private static byte[] JsonBytes(JsonNode json) => System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
}
