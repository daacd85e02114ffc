using System.Net.Http.Headers;

namespace OneToOne.CosmosGateway.Http;

/// <summary>A request as the account understands it: its path is <c>dbs/{0}/colls/{1}/docs/{2}</c> or the beginning of that.</summary>
internal sealed record Incoming(HttpMethod Method, string[] Path, HttpRequestHeaders Headers, ReadOnlyMemory<byte> Body)
{
    public static async Task<Incoming> ReadAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(ct);
        return new(request.Method, [.. path], request.Headers, body);
    }

    public RequestKind Kind =>
        Path is not [_, _, _, _, "docs", ..] ? RequestKind.Metadata
        : Is(Http.Headers.IsQueryPlan) ? RequestKind.QueryPlan
        : Is(Http.Headers.IsQuery) ? RequestKind.Query
        : Is(Http.Headers.IsBatch) ? RequestKind.Batch
        : Method == HttpMethod.Get ? RequestKind.PointRead
        : RequestKind.PointWrite;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    public bool Is(string header) => string.Equals(Header(header), bool.TrueString, StringComparison.OrdinalIgnoreCase);
}
