using System.Net;
using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;

namespace OneToOne.CosmosGateway.Batches;

/// <summary>What became of one operation.</summary>
internal sealed record BatchResult(HttpStatusCode Status, string? ETag = null, byte[]? Body = null, int SubStatus = 0)
{
    /// <summary>Writes the body of an answer.</summary>
    public static async Task<byte[]> WriteAsync(IReadOnlyList<BatchResult> results)
    {
        using var stream = new MemoryStream();
        var resizer = new MemorySpanResizer<byte>(1024);
        await stream.WriteRecordIOAsync(
            default(Segment),
            (long index, out ReadOnlyMemory<byte> buffer) =>
            {
                buffer = default;
                return index < results.Count ? results[(int)index].Write(resizer, out buffer) : Result.Success;
            }
        );
        return stream.ToArray();
    }

    private Result Write(MemorySpanResizer<byte> resizer, out ReadOnlyMemory<byte> buffer)
    {
        var row = new RowBuffer(resizer.Memory.Length, resizer);
        row.InitLayout(HybridRowVersion.V1, BatchSchema.Result, BatchSchema.Resolver);
        var result = RowWriter.WriteBuffer(ref row, this, Write);
        buffer = resizer.Memory[..row.Length];
        return result;
    }

    private static Result Write(ref RowWriter writer, TypeArgument type, BatchResult result)
    {
        var written = writer.WriteInt32("statusCode", (int)result.Status);
        if (written is Result.Success)
            written = writer.WriteInt32("subStatusCode", result.SubStatus);
        if (written is Result.Success && result.ETag is not null)
            written = writer.WriteString("eTag", result.ETag);
        if (written is Result.Success && result.Body is not null)
            written = writer.WriteBinary("resourceBody", result.Body);
        return written is Result.Success ? writer.WriteFloat64("requestCharge", 1) : written;
    }
}
