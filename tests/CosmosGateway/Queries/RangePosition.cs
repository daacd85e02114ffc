using System.Text.Json;
using System.Text.Json.Nodes;
using OneToOne.CosmosGateway.Sql;

namespace OneToOne.CosmosGateway.Queries;

/// <summary>
/// A continuation: the place in the order of the last document handed out, and how many there were. It is a place and not a count, so what
/// is written or removed before it between two pages moves nothing, as with an index.
/// </summary>
internal sealed record RangePosition(Value[] Values, ulong Number, int Taken)
{
    public override string ToString() =>
        Convert.ToBase64String(
            JsonSerializer.SerializeToUtf8Bytes(
                new JsonObject
                {
                    ["values"] = new JsonArray([.. Values.Select(value => value.Defined ? value.Json?.DeepClone() : new JsonArray())]),
                    ["number"] = Number,
                    ["taken"] = Taken,
                }
            )
        );

    public static RangePosition Read(string continuation)
    {
        try
        {
            var read = JsonNode.Parse(Convert.FromBase64String(continuation))!;
            var values = read["values"]!.AsArray().Select(value => value is JsonArray ? Value.Undefined : Value.Of(value));
            return new([.. values], read["number"]!.GetValue<ulong>(), read["taken"]!.GetValue<int>());
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            throw Refusal.Bad("The continuation is not one of this account's.");
        }
    }
}
