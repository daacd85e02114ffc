using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>One asking of a declared query: documents whose fields equal the values given, in its order, page by page.</summary>
/// <param name="Definition">One of <see cref="Queries"/>.</param>
/// <param name="EqualTo">A value for each of <see cref="QueryDefinition.EqualTo"/>, in that order.</param>
public sealed record DocumentQuery(QueryDefinition Definition, params ImmutableArray<string> EqualTo)
{
    /// <summary>The most documents a page may hold.</summary>
    public const int MaximumLimit = 1000;

    /// <summary>The partition, where the definition's scope is one; otherwise <see langword="null"/>.</summary>
    public string? Partition { get; init; }

    /// <summary>The lowest value of the order field, itself included; <see langword="null"/> = no bound.</summary>
    public string? From { get; init; }

    /// <summary>The highest value of the order field, itself included; <see langword="null"/> = no bound.</summary>
    public string? To { get; init; }

    /// <summary>The most documents wanted, 1 to <see cref="MaximumLimit"/>.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Where the last page ended; <see langword="null"/> = the beginning.</summary>
    public string? Continuation { get; init; }
}

/// <summary>One page of a query's answer.</summary>
/// <param name="Documents">In the query's order; ties in an order that stays the same from page to page.</param>
/// <param name="Continuation">Asks for the rest; <see langword="null"/> when there is none. Opaque, safe in a URL.</param>
public sealed record DocumentPage(ImmutableArray<StoredDocument> Documents, string? Continuation);
