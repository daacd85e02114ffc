using System.Text.Json;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>Reads what a query over records finds.</summary>
internal static class RecordPages
{
    /// <summary>The states of all records of a query, in its order.</summary>
    public static IAsyncEnumerable<TState> StatesAsync<TState>(this IDocumentStore store, DocumentQuery query, CancellationToken ct) =>
        store.AllAsync(query, ct).Select(document => Ledger.Read<TState>(document).State);

    /// <summary>The entries of one history, in order, from an id on; null for all.</summary>
    public static IAsyncEnumerable<HistoryEntry> EntriesAsync(
        this IDocumentStore store,
        string partition,
        string? from,
        CancellationToken ct
    ) =>
        store
            .AllAsync(
                new DocumentQuery(Queries.HistoryInOrder)
                {
                    Partition = partition,
                    From = from,
                    Limit = DocumentQuery.MaximumLimit,
                },
                ct
            )
            .Select(document => JsonSerializer.Deserialize<HistoryEntry>(document.Json.Span, WireFormat.Options)!);
}
