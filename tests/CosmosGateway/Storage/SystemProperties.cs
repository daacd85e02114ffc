using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Storage;

/// <summary>What the service writes into every resource, whatever the client wrote there.</summary>
internal static class SystemProperties
{
    public static void Stamp(JsonObject body, string rid, DateTimeOffset now)
    {
        body["_rid"] = rid;
        body["_self"] = $"rids/{rid}/";
        body["_etag"] = $"\"{Guid.NewGuid()}\"";
        body["_ts"] = now.ToUnixTimeSeconds();
    }
}
