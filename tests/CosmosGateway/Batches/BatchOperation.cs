using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;

namespace OneToOne.CosmosGateway.Batches;

/// <summary>One operation of a batch as it came.</summary>
internal sealed class BatchOperation
{
    public int Type { get; private set; }

    public string Id { get; private set; } = "";

    public byte[] Body { get; private set; } = [];

    public string? IfMatch { get; private set; }

    public bool Minimal { get; private set; }

    /// <summary>Reads all operations of a request's body.</summary>
    public static async Task<List<BatchOperation>> ReadAsync(ReadOnlyMemory<byte> body)
    {
        var operations = new List<BatchOperation>();
        using var stream = new MemoryStream(body.ToArray());
        var result = await stream.ReadRecordIOAsync(
            (ReadOnlyMemory<byte> record) =>
            {
                operations.Add(Read(record));
                return Result.Success;
            },
            resizer: new MemorySpanResizer<byte>(body.Length)
        );
        return result is Result.Success ? operations : throw Refusal.Bad("The batch is not one.");
    }

    private static BatchOperation Read(ReadOnlyMemory<byte> record)
    {
        var row = new RowBuffer(record.Length);
        if (!row.ReadFrom(record.Span, HybridRowVersion.V1, BatchSchema.Resolver))
            throw Refusal.Bad("An operation of the batch is not one.");
        var reader = new RowReader(ref row);
        var operation = new BatchOperation();
        while (reader.Read())
            operation.Take(ref reader);
        return operation;
    }

    private void Take(ref RowReader reader)
    {
        switch (reader.Path.ToString())
        {
            case "operationType":
                reader.ReadInt32(out var type);
                Type = type;
                break;
            case "resourceType":
                break;
            case "id":
                reader.ReadString(out string id);
                Id = id;
                break;
            case "resourceBody":
                reader.ReadBinary(out byte[] body);
                Body = body;
                break;
            case "ifMatch":
                reader.ReadString(out string ifMatch);
                IfMatch = ifMatch;
                break;
            case "minimalReturnPreference":
                reader.ReadBool(out var minimal);
                Minimal = minimal;
                break;
            default:
                throw Refusal.NotBuilt($"'{reader.Path}' in batches");
        }
    }
}
