using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Storage;

/// <summary>One container: its properties, its ranges and its documents by partition.</summary>
internal sealed class StoredContainer
{
    private readonly Dictionary<string, Dictionary<string, Item>> partitions = [];
    private readonly byte database;
    private readonly byte number;
    private readonly TimeProvider clock;
    private ulong last;

    public StoredContainer(byte database, byte number, JsonObject properties, ContainerShape shape)
    {
        (this.database, this.number, clock) = (database, number, shape.Clock);
        Rid = ResourceIds.Container(database, number);
        Ranges = PartitionRange.Split(shape.Ranges);
        Properties = [];
        Indexing = new(null);
        PartitionKeyName = KeyName(properties["partitionKey"]);
        Replace(properties);
    }

    public string Rid { get; }

    public PartitionRange[] Ranges { get; }

    public string PartitionKeyName { get; }

    public JsonObject Properties { get; private set; }

    public IndexingPolicy Indexing { get; private set; }

    public IEnumerable<Item> Items => partitions.Values.SelectMany(partition => partition.Values).Where(IsAlive);

    public void Replace(JsonObject properties)
    {
        if (properties["defaultTtl"]?.GetValue<double>() is not (null or -1))
            throw Refusal.NotBuilt("documents that all expire by themselves");
        if (properties["uniqueKeyPolicy"]?["uniqueKeys"]?.AsArray() is { Count: > 0 })
            throw Refusal.NotBuilt("unique keys");
        if (KeyName(properties["partitionKey"]) != PartitionKeyName)
            throw Refusal.Bad("A partition key path never changes.");
        Indexing = new(properties["indexingPolicy"]);
        Properties = properties;
        SystemProperties.Stamp(Properties, Rid, clock.GetUtcNow());
    }

    public IEnumerable<Item> Partition(string key) => partitions.GetValueOrDefault(key)?.Values.Where(IsAlive) ?? [];

    public void Commit(string key, Dictionary<string, Item> items) => partitions[key] = items;

    /// <summary>A new version: with the number of the one it follows, or the next one.</summary>
    public Item Version(JsonObject body, string key, Item? before)
    {
        var next = before?.Number ?? ++last;
        SystemProperties.Stamp(body, ResourceIds.Document(database, number, next), clock.GetUtcNow());
        return new(next, key, EffectivePartitionKey.Of(key), body);
    }

    private bool IsAlive(Item item) =>
        Properties["defaultTtl"] is null || item.Expires is not { } expiry || clock.GetUtcNow().ToUnixTimeSeconds() < expiry;

    private static string KeyName(JsonNode? definition)
    {
        if (definition?["kind"]?.GetValue<string>() is not (null or "Hash") || definition?["paths"]?.AsArray() is not { Count: 1 } paths)
            throw Refusal.NotBuilt("partition keys other than one hashed path");
        if (definition["version"]?.GetValue<double>() is not 2)
            throw Refusal.NotBuilt("partition keys hashed in another version than 2");
        var path = paths[0]!.GetValue<string>();
        return path.LastIndexOf('/') is 0 ? path[1..] : throw Refusal.NotBuilt("nested partition key paths");
    }
}
