using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>
/// What must be there before the engine runs, derived from the declared types and queries. <c>infra/app/containers.json</c> is made from
/// it, so what Azure is given and what a developer's emulator is given are the same.
/// </summary>
internal static class CosmosContainers
{
    /// <summary>The one container: what commits together must lie in one.</summary>
    public const string Documents = "documents";

    private const string Everything = "/*";

    /// <summary>Items live until they say otherwise.</summary>
    private const int NoTimeToLive = -1;

    /// <summary>The container for a schema.</summary>
    public static ContainerProperties Of(StoreSchema schema)
    {
        var indexing = new IndexingPolicy { Automatic = true, IndexingMode = IndexingMode.Consistent };
        foreach (var name in Declared(schema))
            indexing.IncludedPaths.Add(new() { Path = $"/{name}/?" });
        indexing.ExcludedPaths.Add(new() { Path = Everything });
        foreach (var index in Indexes(schema))
            indexing.CompositeIndexes.Add([.. index.Select(name => new CompositePath { Path = $"/{name}" })]);
        return new(Documents, $"/{Item.Partition}")
        {
            // The first version hashes no more than a hundred bytes of a key.
            PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V2,
            DefaultTimeToLive = NoTimeToLive,
            IndexingPolicy = indexing,
        };
    }

    /// <summary>The same as the file that the infrastructure reads.</summary>
    public static string Json(StoreSchema schema)
    {
        var container = Of(schema);
        var policy = container.IndexingPolicy;
        var file = new JsonObject
        {
            ["database"] = CosmosOptions.DefaultDatabase,
            ["containers"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = container.Id,
                    ["partitionKey"] = container.PartitionKeyPath,
                    ["defaultTtl"] = container.DefaultTimeToLive,
                    ["indexingPolicy"] = new JsonObject
                    {
                        ["indexingMode"] = "consistent",
                        ["automatic"] = policy.Automatic,
                        ["includedPaths"] = Paths(policy.IncludedPaths.Select(path => path.Path)),
                        ["excludedPaths"] = Paths(policy.ExcludedPaths.Select(path => path.Path)),
                        ["compositeIndexes"] = new JsonArray([.. policy.CompositeIndexes.Select(Composite)]),
                    },
                }
            ),
        };
        return file.ToJsonString(new() { WriteIndented = true }) + "\n";
    }

    /// <summary>Makes the database and its container where they are missing. For development: in Azure the infrastructure does.</summary>
    public static async Task CreateAsync(CosmosClient client, string database, StoreSchema schema, CancellationToken ct)
    {
        try
        {
            Database made = await client.CreateDatabaseIfNotExistsAsync(database, cancellationToken: ct);
            await made.CreateContainerIfNotExistsAsync(Of(schema), cancellationToken: ct);
        }
        catch (Exception e) when (CosmosFault.IsIts(e) && !ct.IsCancellationRequested)
        {
            throw CosmosFault.Of(e);
        }
    }

    private static IEnumerable<string> Declared(StoreSchema schema) =>
        schema.Types.SelectMany(type => type.Fields).Concat([Item.Partition, Item.Type]).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<ImmutableArray<string>> Indexes(StoreSchema schema) =>
        schema
            .Queries.Select(query => new QuerySql(query).Index)
            .DistinctBy(index => string.Join('/', index))
            .OrderBy(index => string.Join('/', index), StringComparer.Ordinal);

    private static JsonArray Paths(IEnumerable<string> paths) => [.. paths.Select(path => new JsonObject { ["path"] = path })];

    private static JsonArray Composite(IEnumerable<CompositePath> index) =>
        [
            .. index.Select(path => new JsonObject
            {
                ["path"] = path.Path,
                ["order"] = JsonNamingPolicy.CamelCase.ConvertName($"{path.Order}"),
            }),
        ];
}
