using System.Text.Json.Nodes;
using OneToOne.CosmosGateway.Sql;

namespace OneToOne.CosmosGateway.Queries;

/// <summary>How the client asks a range to go on that has handed it no continuation of its own: from these values of the order.</summary>
/// <param name="Values">A value for each path of the order.</param>
/// <param name="Rid">Of documents with these values, the one to begin with; <see langword="null"/> = the first.</param>
/// <param name="Exclude">Whether documents with these values are done.</param>
internal sealed record ResumeFilter(Value[] Values, string? Rid, bool Exclude)
{
    public static ResumeFilter? Read(JsonNode? filter) =>
        filter is null
            ? null
            : new(
                [.. filter["value"]!.AsArray().Select(Resumed)],
                filter["rid"]?.GetValue<string>(),
                filter["exclude"]?.GetValue<bool>() ?? false
            );

    private static Value Resumed(JsonNode? value) =>
        value switch
        {
            JsonArray { Count: 0 } => Value.Undefined,
            JsonArray or JsonObject => throw Refusal.NotBuilt("going on from arrays and objects"),
            _ => Value.Of(value),
        };
}
