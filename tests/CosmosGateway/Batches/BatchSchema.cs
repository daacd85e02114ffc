using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Schemas;

namespace OneToOne.CosmosGateway.Batches;

/// <summary>The rows in which batches travel, by the schema that the client carries in itself.</summary>
internal static class BatchSchema
{
    public static readonly LayoutResolverNamespace Resolver = new(Namespace.Parse(Read()));

    public static readonly Layout Operation = Named("BatchOperation");

    public static readonly Layout Result = Named("BatchResult");

    private static Layout Named(string name) => Resolver.Resolve(Resolver.Namespace.Schemas.Find(schema => schema.Name == name)!.SchemaId);

    private static string Read()
    {
        using var stream = typeof(CosmosClient).Assembly.GetManifestResourceStream(
            "Microsoft.Azure.Cosmos.Batch.HybridRowBatchSchemas.json"
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
