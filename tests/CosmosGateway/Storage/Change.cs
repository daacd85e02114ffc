using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Storage;

/// <summary>Writes to one partition that happen all together, at <see cref="Commit"/>, or not at all.</summary>
internal sealed class Change(StoredContainer container, string partitionKey)
{
    private const int MaximumIdBytes = 1023;

    private readonly Dictionary<string, Item> items = container.Partition(partitionKey).ToDictionary(item => item.Id);

    public Item Read(string id) => items.GetValueOrDefault(id) ?? throw Refusal.NotFound();

    public Item Create(JsonObject body) => items.ContainsKey(IdOf(body)) ? throw Refusal.Conflict() : Put(body, before: null);

    public Item Replace(string id, JsonObject body, string? ifMatch)
    {
        var before = Read(id);
        Match(before, ifMatch);
        return IdOf(body) == id ? Put(body, before) : throw Refusal.Bad("A document keeps its id.");
    }

    public void Delete(string id, string? ifMatch)
    {
        Match(Read(id), ifMatch);
        items.Remove(id);
    }

    public void Commit() => container.Commit(partitionKey, items);

    private Item Put(JsonObject body, Item? before)
    {
        if (Text(body[container.PartitionKeyName]) != partitionKey)
            throw new Refusal(System.Net.HttpStatusCode.BadRequest, "The document's partition key is not the request's.", subStatus: 1001);
        return items[IdOf(body)] = container.Version(body, partitionKey, before);
    }

    private static void Match(Item stored, string? ifMatch)
    {
        if (ifMatch is not (null or "*") && ifMatch != stored.ETag)
            throw Refusal.Precondition();
    }

    private static string IdOf(JsonObject body) =>
        Text(body["id"]) is { Length: > 0 } id
        && id.IndexOfAny(['/', '\\', '?', '#']) < 0
        && Encoding.UTF8.GetByteCount(id) <= MaximumIdBytes
            ? id
            : throw Refusal.Bad(@"An id is text of at most 1023 bytes without / \ ? #.");

    private static string? Text(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null;
}
