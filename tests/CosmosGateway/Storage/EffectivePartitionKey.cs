using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Storage;

/// <summary>Where a partition key lies between "" and "FF": the hash that the client computes too, version 2.</summary>
internal static class EffectivePartitionKey
{
    private const int MaximumBytes = 2048;

    /// <summary>Reads the header: an array of one string. The product has no other kind of key.</summary>
    public static string ReadHeader(string header)
    {
        if (JsonNode.Parse(header) is not JsonArray { Count: 1 } array)
            throw Refusal.NotBuilt("partition keys of several parts");
        if (array[0]?.GetValueKind() is not JsonValueKind.String)
            throw Refusal.NotBuilt("partition keys that are not text");
        var key = array[0]!.GetValue<string>();
        return Encoding.UTF8.GetByteCount(key) <= MaximumBytes ? key : throw Refusal.Bad("The partition key is longer than 2 KB.");
    }

    public static string Of(string key)
    {
        byte[] hashed = [8, .. Encoding.UTF8.GetBytes(key), 255];
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, MurmurHash3.Hash(hashed));
        bytes[0] &= 0x3F;
        return Convert.ToHexString(bytes);
    }
}
