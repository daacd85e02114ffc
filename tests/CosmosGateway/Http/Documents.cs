using System.Net;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Http;

/// <summary>Single documents.</summary>
internal static class Documents
{
    public static Answer Answer(Incoming incoming, StoredContainer container)
    {
        var key = EffectivePartitionKey.ReadHeader(
            incoming.Header(Headers.PartitionKey) ?? throw Refusal.Bad("PartitionKey value must be supplied for this operation.")
        );
        var change = new Change(container, key);
        var ifMatch = incoming.Header("If-Match");
        switch (incoming.Method.Method, incoming.Path.Length)
        {
            case ("GET", 6):
                return Read(change.Read(incoming.Path[5]), incoming);
            case ("POST", 5) when !incoming.Is(Headers.IsUpsert):
                return Written(HttpStatusCode.Created, change.Create(StoredJson.ReadDocument(incoming.Body)), change, incoming);
            case ("PUT", 6):
                var replaced = change.Replace(incoming.Path[5], StoredJson.ReadDocument(incoming.Body), ifMatch);
                return Written(HttpStatusCode.OK, replaced, change, incoming);
            case ("DELETE", 6):
                change.Delete(incoming.Path[5], ifMatch);
                change.Commit();
                return new(HttpStatusCode.NoContent);
            default:
                throw Refusal.NotBuilt($"{incoming.Method} of documents");
        }
    }

    private static Answer Read(Item item, Incoming incoming) =>
        incoming.Header("If-None-Match") == item.ETag
            ? new(HttpStatusCode.NotModified) { Headers = { ["ETag"] = item.ETag } }
            : Http.Answer.Json(HttpStatusCode.OK, item.Body) with
            {
                Headers = new() { ["ETag"] = item.ETag },
            };

    private static Answer Written(HttpStatusCode status, Item item, Change change, Incoming incoming)
    {
        change.Commit();
        var minimal = incoming.Header("Prefer") == "return=minimal";
        return new(status, minimal ? null : StoredJson.Write(item.Body)) { Headers = { ["ETag"] = item.ETag } };
    }
}
