using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Sql;

/// <summary>One path of an ORDER BY.</summary>
internal sealed record OrderPart(Expression.Path Path, bool Descending)
{
    public override string ToString() => $"{Path} {(Descending ? "DESC" : "ASC")}";
}

/// <summary>A query that was understood.</summary>
/// <param name="Root">The name it gives to a document.</param>
/// <param name="Select">What it answers for each document.</param>
/// <param name="IsValue">Whether that stands alone (SELECT VALUE) or is a list of named columns.</param>
/// <param name="Where">Which documents; <see langword="null"/> for all.</param>
/// <param name="Order">By which paths.</param>
/// <param name="Top">The most documents.</param>
internal sealed record Query(string Root, Expression Select, bool IsValue, Expression? Where, ImmutableArray<OrderPart> Order, int? Top)
{
    public bool Finds(JsonObject document) => Where is null || Where.Of(document).Truth is true;
}
