using Microsoft.Extensions.DependencyInjection;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Hosting;

namespace OneToOne.Standalone.Tests.Support;

/// <summary>All that a server's store can be asked for: every record, what is due, and what will expire.</summary>
internal static class StoredDocuments
{
    /// <summary>Each document with its version, in order, once nothing is under way any more.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(RunningServer server)
    {
        await server.PassAsync(TimeSpan.Zero);
        var store = server.Services.GetRequiredService<IDocumentStore>();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var definition in Queries.AllChanged.Concat(Queries.AllExpired))
        await foreach (var document in store.AllAsync(new(definition), default))
            found.Add($"{document.Key} {document.ETag}");
        return [.. found];
    }
}
