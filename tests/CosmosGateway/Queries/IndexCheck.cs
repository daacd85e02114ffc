using OneToOne.CosmosGateway.Sql;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Queries;

/// <summary>Refuses what the container's indexing policy does not declare; the service indexes ids by itself.</summary>
internal static class IndexCheck
{
    public static void Demand(Query query, StoredContainer container)
    {
        foreach (var path in query.Where?.All.OfType<Expression.Path>() ?? [])
            if (path.Index != "/id" && !KeyPaths(query.Where!, container).Contains(path, ReferenceEqualityComparer.Instance))
                Demand(path.Index, "filter", container);
        if (query.Order is [var single])
            Demand(single.Path.Index, "order-by item", container);
        if (query.Order.Length > 1 && !container.Indexing.Orders([.. query.Order.Select(part => (part.Path.Index, part.Descending))]))
            throw Refusal.Bad("The order by query does not have a corresponding composite index that it can be served from.");
    }

    /// <summary>Where the partition key is compared for equality, which needs no index.</summary>
    private static IEnumerable<Expression.Path> KeyPaths(Expression where, StoredContainer container) =>
        where
            .All.OfType<Expression.Comparison>()
            .Where(comparison => comparison.Sign == "=")
            .Select(comparison => comparison.Left)
            .OfType<Expression.Path>()
            .Where(path => path.Index == $"/{container.PartitionKeyName}");

    private static void Demand(string path, string use, StoredContainer container)
    {
        if (!container.Indexing.Covers(path))
            throw Refusal.Bad($"The index path corresponding to the specified {use} is excluded: {path}.");
    }
}
