using System.Net;
using System.Text.Json.Nodes;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Http;

/// <summary>The account, its databases, its containers and their ranges.</summary>
internal sealed class Metadata(Uri address, ContainerShape shape)
{
    private readonly List<StoredDatabase> databases = [];
    private byte last;

    public StoredContainer Container(string database, string container) =>
        databases.Find(one => one.IsCalled(database))?.Container(container) ?? throw Refusal.NoOwner();

    public Answer Answer(Incoming incoming) =>
        (incoming.Method.Method, incoming.Path) switch
        {
            ("GET", []) => Ok(AccountDocument.Of(address)),
            ("POST", ["dbs"]) => Create(StoredJson.ReadDocument(incoming.Body)),
            ("GET", ["dbs", var id]) => Ok(Database(id).Properties),
            ("DELETE", ["dbs", var id]) => Delete(Database(id)),
            ("POST", ["dbs", var id, "colls"]) => Created(Database(id).Create(StoredJson.ReadDocument(incoming.Body)).Properties),
            ("GET", ["dbs", var id, "colls", var name]) => Ok(In(id, name).Properties),
            ("PUT", ["dbs", var id, "colls", var name]) => Replace(In(id, name), StoredJson.ReadDocument(incoming.Body)),
            ("GET", ["dbs", var id, "colls", var name, "pkranges"]) => Ranges(In(id, name), incoming),
            _ => throw Refusal.NotBuilt($"{incoming.Method} {string.Join('/', incoming.Path)}"),
        };

    private StoredDatabase Database(string id) => databases.Find(one => one.IsCalled(id)) ?? throw Refusal.NotFound();

    private StoredContainer In(string database, string container) => Database(database).Container(container) ?? throw Refusal.NotFound();

    private Answer Create(JsonObject properties)
    {
        if (databases.Exists(one => one.IsCalled(properties["id"]!.GetValue<string>())))
            throw Refusal.Conflict();
        databases.Add(new(++last, properties, shape));
        return Created(properties);
    }

    private Answer Delete(StoredDatabase database)
    {
        databases.Remove(database);
        return new(HttpStatusCode.NoContent);
    }

    private static Answer Replace(StoredContainer container, JsonObject properties)
    {
        container.Replace(properties);
        return Ok(container.Properties);
    }

    /// <summary>Ranges are read as a feed of changes; there are none after the first page, because no range is ever split.</summary>
    private static Answer Ranges(StoredContainer container, Incoming incoming)
    {
        Dictionary<string, string> etag = new() { ["ETag"] = "\"1\"" };
        if (incoming.Header("If-None-Match") == "\"1\"")
            return new(HttpStatusCode.NotModified) { Headers = etag };
        var ranges = container.Ranges.Select(range => new JsonObject
        {
            ["_rid"] = container.Rid,
            ["id"] = range.Id,
            ["_etag"] = "\"1\"",
            ["minInclusive"] = range.Min,
            ["maxExclusive"] = range.Max,
            ["ridPrefix"] = int.Parse(range.Id, null),
            ["throughputFraction"] = 1.0 / container.Ranges.Length,
            ["status"] = "online",
            ["parents"] = new JsonArray(),
        });
        JsonObject feed = new()
        {
            ["_rid"] = container.Rid,
            ["PartitionKeyRanges"] = new JsonArray([.. ranges]),
            ["_count"] = container.Ranges.Length,
        };
        return Ok(feed) with { Headers = etag };
    }

    private static Answer Ok(JsonObject body) => Http.Answer.Json(HttpStatusCode.OK, body);

    private static Answer Created(JsonObject body) => Http.Answer.Json(HttpStatusCode.Created, body);
}
