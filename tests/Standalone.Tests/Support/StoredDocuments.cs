using Microsoft.Extensions.DependencyInjection;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Hosting;

namespace OneToOne.Standalone.Tests.Support;

/// <summary>All that a server's store can be asked for: every record, what is due, and what will expire.</summary>
internal static class StoredDocuments
{
    /// <summary>Each document with its version, in order.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(RunningServer server)
    {
        var store = server.Services.GetRequiredService<IDocumentStore>();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var definition in Queries.AllChanged.Concat(Queries.AllExpired))
        await foreach (var document in EachAsync(store, new DocumentQuery(definition)))
            found.Add($"{document.Key} {document.ETag}");
        return [.. found];
    }

    private static async IAsyncEnumerable<StoredDocument> EachAsync(IDocumentStore store, DocumentQuery query)
    {
        do
        {
            var page = await store.QueryAsync(query, default);
            foreach (var document in page.Documents)
                yield return document;
            query = query with { Continuation = page.Continuation };
        } while (query.Continuation is not null);
    }
}
