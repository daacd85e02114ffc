using OneToOne.Domain.Tests;
using OneToOne.Service.Store;
using OneToOne.Service.Store.Cosmos;

namespace OneToOne.Service.Tests.Store.Cosmos;

public sealed class CosmosContainersTests
{
    private static readonly string[] OfTheEngine =
    [
        Item.Id,
        Item.Partition,
        Item.Type,
        Item.CommandId,
        Item.Json,
        Item.Version,
        Item.TimeToLive,
    ];

    [Fact]
    public void The_infrastructure_makes_the_containers_that_the_engine_needs() =>
        Repository.Holds("infra/app/containers.json", CosmosContainers.Json(StoreSchema.Product));

    [Fact]
    public void Only_what_is_declared_is_indexed_apart_from_partition_and_type()
    {
        var policy = CosmosContainers.Of(StoreSchema.Product).IndexingPolicy;

        var declared = StoreSchema.Product.Types.SelectMany(type => type.Fields).Append(Item.Partition).Append(Item.Type);
        Assert.Equal(declared.Select(name => $"/{name}/?").ToHashSet(), policy.IncludedPaths.Select(path => path.Path).ToHashSet());
        Assert.Equal(["/*"], policy.ExcludedPaths.Select(path => path.Path));
    }

    [Fact]
    public void Every_query_has_an_index_of_all_that_it_compares_and_orders_by()
    {
        var indexes = CosmosContainers
            .Of(StoreSchema.Product)
            .IndexingPolicy.CompositeIndexes.Select(index => index.Select(path => path.Path[1..]).ToArray())
            .ToList();

        foreach (var query in Queries.All)
            Assert.Contains(indexes, index => query.EqualTo.Append(query.OrderBy).All(index.Contains));
        // The service takes at most 100 of at most 8 paths.
        Assert.InRange(indexes.Count, 1, 100);
        Assert.All(indexes, index => Assert.InRange(index.Length, 2, 8));
    }

    [Fact]
    public void No_declared_field_has_a_name_of_the_engines_own() =>
        Assert.Empty(DocumentTypes.All.SelectMany(type => type.Fields).Intersect(OfTheEngine));
}
