using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using OneToOne.CosmosGateway.Queries;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Http;

/// <summary>Queries and their plans.</summary>
internal static class Asked
{
    private const int DefaultPage = 100;

    public static Answer Plan(Incoming incoming, StoredContainer container)
    {
        var key = incoming.Header(Headers.PartitionKey) is { } header ? EffectivePartitionKey.ReadHeader(header) : null;
        return Http.Answer.Json(HttpStatusCode.OK, QueryPlan.Of(QueryText.Read(incoming.Body, container).Query, key));
    }

    public static Answer Page(Incoming incoming, StoredContainer container, int largestPage)
    {
        var text = QueryText.Read(incoming.Body, container);
        var wanted = int.Parse(incoming.Header(Headers.MaximumItemCount) ?? "-1", CultureInfo.InvariantCulture);
        var size = Math.Min(wanted > 0 ? wanted : DefaultPage, largestPage);
        var answer = RangeAnswer.Of(Scope(incoming, container), text, incoming.Header(Headers.Continuation), size);

        var count = answer.Documents.Count;
        JsonObject page = new()
        {
            ["_rid"] = container.Rid,
            ["Documents"] = answer.Documents,
            ["_count"] = count,
        };
        var headers = new Dictionary<string, string> { [Headers.ItemCount] = count.ToString(CultureInfo.InvariantCulture) };
        if (answer.Continuation is not null)
            headers[Headers.Continuation] = answer.Continuation;
        return Http.Answer.Json(HttpStatusCode.OK, page) with { Headers = headers };
    }

    /// <summary>A range answers for itself alone; that of several is for the client to merge.</summary>
    private static IEnumerable<Item> Scope(Incoming incoming, StoredContainer container)
    {
        if (incoming.Header(Headers.PartitionKey) is { } header)
            return container.Partition(EffectivePartitionKey.ReadHeader(header));
        var id = incoming.Header(Headers.Range)?.Split(',')[^1];
        if (id is null)
            throw new Refusal(HttpStatusCode.BadRequest, "The provided cross partition query can not be directly served.", subStatus: 1004);
        var range = Array.Find(container.Ranges, range => range.Id == id) ?? throw new Refusal(HttpStatusCode.Gone, "No such range.", 1002);
        var within = range with
        {
            Min = incoming.Header(Headers.StartOfKeys) ?? range.Min,
            Max = incoming.Header(Headers.EndOfKeys) ?? range.Max,
        };
        return container.Items.Where(item => range.Contains(item.EffectiveKey) && within.Contains(item.EffectiveKey));
    }
}
