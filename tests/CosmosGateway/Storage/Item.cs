using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Storage;

/// <summary>A stored document, system properties included. Never changed: a new version is a new item.</summary>
/// <param name="Number">Counts up within the container: the order in which a range hands out what nothing else orders.</param>
/// <param name="PartitionKey">The value of the container's partition key path.</param>
/// <param name="EffectiveKey">Its hash.</param>
/// <param name="Body">The document.</param>
internal sealed record Item(ulong Number, string PartitionKey, string EffectiveKey, JsonObject Body)
{
    public string Id => Body["id"]!.GetValue<string>();

    public string ETag => Body["_etag"]!.GetValue<string>();

    public string Rid => Body["_rid"]!.GetValue<string>();
}
