using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Statement = Microsoft.Azure.Cosmos.QueryDefinition;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>Reads items, alone or by the declared queries. The client repeats what was throttled or cut, and what the service could not do is repeated here.</summary>
/// <param name="container">Where they are.</param>
/// <param name="schema">What is declared.</param>
/// <param name="patience">How long one answer may take.</param>
internal sealed class CosmosReader(Container container, StoreSchema schema, TimeSpan patience)
{
    private readonly FrozenDictionary<QueryDefinition, QuerySql> statements = schema.Queries.ToFrozenDictionary(
        query => query,
        query => new QuerySql(query)
    );

    /// <summary>Reads one document, unless it is the version that is held.</summary>
    public Task<DocumentRead> ReadAsync(DocumentWanted wanted, CancellationToken ct) =>
        AskAsync<DocumentRead>(
            wanted,
            item => new DocumentRead.Found(Item.Read(item, wanted.Key.Type)),
            status => status is HttpStatusCode.NotModified ? DocumentRead.NotModified.Instance : DocumentRead.Missing.Instance,
            ct
        );

    /// <summary>Reads which command wrote a document; <see langword="null"/> when there is none.</summary>
    public Task<string?> WriterOfAsync(DocumentKey key, CancellationToken ct) =>
        AskAsync(new(key), item => Item.Text(item, Item.CommandId), _ => (string?)null, ct);

    /// <summary>Reads one page.</summary>
    public async Task<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct)
    {
        // One more than asked for says whether there is a next page.
        var limit = query.Limit + 1;
        var found = await RunAsync(statements[query.Definition].Page(query, limit), query.Partition, limit, ct);
        var end = found.Count == limit ? PageEnd.Of(found[query.Limit - 1], query.Definition).Text(query.Definition) : null;
        return new([.. found.Take(query.Limit).Select(item => Item.Read(item, query.Definition.Type))], end);
    }

    /// <summary>Reads the first value of the order field; <see langword="null"/> when nothing matches.</summary>
    public async Task<string?> PeekAsync(DocumentQuery query, CancellationToken ct)
    {
        var (type, order) = (query.Definition.Type, query.Definition.OrderBy);
        return await RunAsync(statements[query.Definition].Peek(query), query.Partition, 1, ct) is not [var first] ? null
            : order == Fields.Id ? Item.DocumentIdOf(type, first.GetString()!)
            : first.GetString();
    }

    private Task<T> AskAsync<T>(DocumentWanted wanted, Func<JsonElement, T> read, Func<HttpStatusCode, T> none, CancellationToken ct) =>
        Patiently(
            async limit =>
            {
                var key = wanted.Key;
                using var answer = await container.ReadItemStreamAsync(
                    Item.IdOf(key.Type, key.Id),
                    new PartitionKey(key.Partition),
                    wanted.Held is null ? null : new ItemRequestOptions { IfNoneMatchEtag = wanted.Held },
                    limit
                );
                if (answer.StatusCode is HttpStatusCode.NotModified || CosmosFault.IsAbsent(answer))
                    return none(answer.StatusCode);
                using var json = await ParseAsync(answer, limit);
                return read(json.RootElement);
            },
            ct
        );

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
            : throw new CosmosAnswerException(answer.StatusCode, answer.Headers);

    private async Task<T> Patiently<T>(Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        for (var attempt = 1; ; attempt++)
            try
            {
                return await ask(limit.Token);
            }
            catch (Exception e) when (CosmosFault.IsIts(e) && !ct.IsCancellationRequested)
            {
                if (!CosmosFault.IsPassing(e) || CosmosFault.PauseAfter(attempt) is not { } pause || limit.IsCancellationRequested)
                    throw CosmosFault.Of(e);
                await Task.Delay(pause, ct);
            }
    }
}
