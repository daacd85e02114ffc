using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Statement = Microsoft.Azure.Cosmos.QueryDefinition;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>Reads items, alone or by the declared queries. The client itself repeats a read that failed.</summary>
/// <param name="container">Where they are.</param>
/// <param name="schema">What is declared.</param>
/// <param name="patience">How long one answer may take.</param>
internal sealed class CosmosReader(Container container, StoreSchema schema, TimeSpan patience)
{
    private readonly FrozenDictionary<QueryDefinition, QuerySql> statements = schema.Queries.ToFrozenDictionary(
        query => query,
        query => new QuerySql(query)
    );

    /// <summary>Reads one item; <see langword="null"/> when there is none.</summary>
    public Task<Item?> ReadAsync(DocumentKey key, CancellationToken ct) =>
        Patiently(
            async limit =>
            {
                var (id, partition) = (Item.IdOf(key.Type, key.Id), new PartitionKey(key.Partition));
                using var answer = await container.ReadItemStreamAsync(id, partition, cancellationToken: limit);
                if (CosmosFault.IsAbsent(answer))
                    return null;
                using var json = await ParseAsync(answer, limit);
                return Item.Read(json.RootElement, key.Type);
            },
            ct
        );

    /// <summary>Reads one page.</summary>
    public async Task<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct)
    {
        // One more than asked for says whether there is a next page.
        var limit = query.Limit + 1;
        var found = await RunAsync(statements[query.Definition].Page(query, limit), query.Partition, limit, ct);
        var end = found.Count == limit ? PageEnd.Of(found[query.Limit - 1], query.Definition).Text(query.Definition) : null;
        return new([.. found.Take(query.Limit).Select(item => Item.Read(item, query.Definition.Type).ToDocument())], end);
    }

    /// <summary>Reads the first value of the order field; <see langword="null"/> when nothing matches.</summary>
    public async Task<string?> PeekAsync(DocumentQuery query, CancellationToken ct)
    {
        var (type, order) = (query.Definition.Type, query.Definition.OrderBy);
        return await RunAsync(statements[query.Definition].Peek(query), query.Partition, 1, ct) is not [var first] ? null
            : order == Fields.Id ? Item.DocumentIdOf(type, first.GetString()!)
            : first.GetString();
    }

    // A page of the client's may come back short, or empty, though there is more.
    private Task<List<JsonElement>> RunAsync(Statement statement, string? partition, int limit, CancellationToken ct) =>
        Patiently(
            async time =>
            {
                var options = new QueryRequestOptions
                {
                    PartitionKey = partition is null ? null : new PartitionKey(partition),
                    MaxItemCount = limit,
                    MaxConcurrency = -1,
                };
                var found = new List<JsonElement>();
                using var pages = container.GetItemQueryStreamIterator(statement, requestOptions: options);
                while (pages.HasMoreResults && found.Count < limit)
                {
                    using var answer = await pages.ReadNextAsync(time);
                    using var json = await ParseAsync(answer, time);
                    found.AddRange(json.RootElement.GetProperty("Documents").EnumerateArray().Select(item => item.Clone()));
                }
                return found;
            },
            ct
        );

    private static async Task<JsonDocument> ParseAsync(ResponseMessage answer, CancellationToken ct) =>
        answer.IsSuccessStatusCode
            ? await JsonDocument.ParseAsync(answer.Content, cancellationToken: ct)
            : throw CosmosFault.Of(answer.StatusCode, answer.Headers);

    private async Task<T> Patiently<T>(Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            return await ask(limit.Token);
        }
        catch (Exception e) when (CosmosFault.IsIts(e) && !ct.IsCancellationRequested)
        {
            throw CosmosFault.Of(e);
        }
    }
}
