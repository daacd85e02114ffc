using System.Text.Json.Nodes;
using OneToOne.CosmosGateway.Sql;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Queries;

/// <summary>How the client is told to ask each range and to merge their answers.</summary>
internal static class QueryPlan
{
    private const string FilterOfTheClient = "{documentdb-formattableorderbyquery-filter}";

    /// <param name="query">What is asked.</param>
    /// <param name="partitionKey">The one partition asked; <see langword="null"/> = all.</param>
    public static JsonObject Of(Query query, string? partitionKey) =>
        new()
        {
            ["partitionedQueryExecutionInfoVersion"] = 2,
            ["queryInfo"] = Info(query),
            ["queryRanges"] = new JsonArray(
                partitionKey is null
                    ? Range(PartitionRange.Whole.Min, PartitionRange.Whole.Max, maxIncluded: false)
                    : Range(EffectivePartitionKey.Of(partitionKey), EffectivePartitionKey.Of(partitionKey), maxIncluded: true)
            ),
        };

    private static JsonObject Info(Query query) =>
        new()
        {
            ["distinctType"] = "None",
            ["top"] = query.Top,
            ["offset"] = null,
            ["limit"] = null,
            ["orderBy"] = new JsonArray([.. query.Order.Select(part => JsonValue.Create(part.Descending ? "Descending" : "Ascending"))]),
            ["orderByExpressions"] = new JsonArray([.. query.Order.Select(part => JsonValue.Create(part.Path.ToString()))]),
            ["groupByExpressions"] = new JsonArray(),
            ["groupByAliases"] = new JsonArray(),
            ["aggregates"] = new JsonArray(),
            ["groupByAliasToAggregateType"] = new JsonObject(),
            ["rewrittenQuery"] = query.Order.IsEmpty ? "" : Rewritten(query),
            ["hasSelectValue"] = query.IsValue,
            ["hasNonStreamingOrderBy"] = false,
        };

    private static string Rewritten(Query query)
    {
        var top = query.Top is { } count ? $"TOP {count} " : "";
        var items = string.Join(", ", query.Order.Select(part => $"{{\"item\": {part.Path}}}"));
        var where = query.Where is null ? FilterOfTheClient : $"{query.Where} AND ({FilterOfTheClient})";
        return $"SELECT {top}{query.Root}._rid, [{items}] AS orderByItems, {query.Select} AS payload\n"
            + $"FROM {query.Root}\nWHERE ({where})\nORDER BY {string.Join(", ", query.Order)}";
    }

    private static JsonObject Range(string min, string max, bool maxIncluded) =>
        new()
        {
            ["min"] = min,
            ["max"] = max,
            ["isMinInclusive"] = true,
            ["isMaxInclusive"] = maxIncluded,
        };
}
