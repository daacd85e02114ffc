using System.Text.Json;
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

    /// <summary>The second, of Unix time, from which it is gone; <see langword="null"/> = never.</summary>
    public long? Expires { get; } = Lifetime(Body["ttl"]) is { } lifetime ? Body["_ts"]!.GetValue<long>() + lifetime : null;

    private static long? Lifetime(JsonNode? seconds) =>
        seconds?.GetValueKind() is null ? null
        : seconds.GetValueKind() is JsonValueKind.Number
        && seconds.GetValue<double>() is (-1 or (>= 1 and <= int.MaxValue)) and var whole
        && double.IsInteger(whole)
            ? whole is -1 ? null
                : (long)whole
        : throw Refusal.Bad("A ttl is -1 or a positive whole number of seconds.");
}
