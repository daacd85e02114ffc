using System.Runtime.CompilerServices;

namespace OneToOne.Service.Store;

/// <summary>Follows a query over its pages.</summary>
internal static class DocumentPages
{
    /// <summary>All documents of a query, in its order. A page is asked for when the one before it has been read.</summary>
    public static async IAsyncEnumerable<StoredDocument> AllAsync(
        this IDocumentStore store,
        DocumentQuery query,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        do
        {
            var page = await store.QueryAsync(query, ct);
            foreach (var document in page.Documents)
                yield return document;
            query = query with { Continuation = page.Continuation };
        } while (query.Continuation is not null);
    }
}
