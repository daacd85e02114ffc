using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Http;

/// <summary>What goes back to the client.</summary>
internal sealed record Answer(HttpStatusCode Status, byte[]? Body = null)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public static Answer Json(HttpStatusCode status, JsonNode body) => new(status, StoredJson.Write(body));

    public static Answer Refused(Refusal refusal) => Failed(refusal.Status, refusal.Message, refusal.SubStatus);

    public static Answer Failed(HttpStatusCode status, string message, int subStatus = 0) =>
        Json(status, new JsonObject { ["code"] = status.ToString(), ["message"] = message }) with
        {
            Headers = subStatus is 0 ? [] : new() { [Http.Headers.SubStatus] = subStatus.ToString(CultureInfo.InvariantCulture) },
        };

    public static Answer Throttled(TimeSpan retryAfter)
    {
        var answer = Failed(HttpStatusCode.TooManyRequests, "The request rate is too large.", subStatus: 3200);
        answer.Headers[Http.Headers.RetryAfter] = retryAfter.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        return answer;
    }

    public HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage(Status) { RequestMessage = request, Content = new ByteArrayContent(Body ?? []) };
        if (Body is not null)
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        response.Headers.Add(Http.Headers.ActivityId, $"{Guid.NewGuid()}");
        response.Headers.Add(Http.Headers.Charge, "1");
        foreach (var (name, value) in Headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
