using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>All that an engine is told about what it holds: types with their fields, and the queries it must answer.</summary>
/// <param name="Types">Every document type.</param>
/// <param name="Queries">Every query.</param>
public sealed record StoreSchema(ImmutableArray<DocumentType> Types, ImmutableArray<QueryDefinition> Queries)
{
    /// <summary>The product's own.</summary>
    public static readonly StoreSchema Product = new(DocumentTypes.All, Store.Queries.All);
}
