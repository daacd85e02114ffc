using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>
/// A query the product may ask, and the index it needs. Documents that lack a field named here are not found by it.
/// </summary>
/// <param name="Name">Lower camel case, unique.</param>
/// <param name="Type">The type of the documents found.</param>
/// <param name="Scope">One partition or all.</param>
/// <param name="EqualTo">Declared fields that must equal a value.</param>
/// <param name="OrderBy">The declared field, or <see cref="Fields.Id"/>, that orders the answer and takes its range.</param>
/// <param name="Often">How often it runs, in words, for whoever weighs its cost.</param>
/// <param name="Descending">Highest first.</param>
public sealed record QueryDefinition(
    string Name,
    DocumentType Type,
    QueryScope Scope,
    ImmutableArray<string> EqualTo,
    string OrderBy,
    string Often,
    bool Descending = false
);

/// <summary>How far a query looks.</summary>
public enum QueryScope
{
    /// <summary>One partition, named in the query.</summary>
    OnePartition,

    /// <summary>All partitions: on Cosmos a fan-out, so a query that runs often must be selective.</summary>
    AllPartitions,
}
