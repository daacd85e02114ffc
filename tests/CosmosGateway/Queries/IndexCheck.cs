using OneToOne.CosmosGateway.Sql;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Queries;

/// <summary>Refuses what the container's indexing policy does not declare.</summary>
internal static class IndexCheck
{
    public static void Demand(Query query, StoredContainer container)
    {
        var free = query.Where is null ? [] : EqualityPaths(query.Where, container).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var path in query.Where?.All.OfType<Expression.Path>() ?? [])
            if (!free.Contains(path))
                Demand(path.Index, "filter", container);
        foreach (var part in query.Order)
            Demand(part.Path.Index, "order-by item", container);
        if (query.Order.Length > 1 && !container.Indexing.Orders([.. query.Order.Select(part => (part.Path.Index, part.Descending))]))
            throw Refusal.Bad("The order by query does not have a corresponding composite index that it can be served from.");
    }

    private static IEnumerable<Expression.Path> EqualityPaths(Expression where, StoredContainer container) =>
        where
            .All.Select(part =>
                part switch
                {
                    Expression.Comparison { Sign: "=", Left: Expression.Path path } => path,
                    Expression.In { Item: Expression.Path path } => path,
                    _ => null,
                }
            )
            .OfType<Expression.Path>()
            .Where(path => path.Index == "/id" || path.Index == $"/{container.PartitionKeyName}");

    private static void Demand(string path, string use, StoredContainer container)
    {
        if (!container.Indexing.Covers(path))
            throw Refusal.Bad($"The index path corresponding to the specified {use} is excluded: {path}.");
    }
}
