using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Service.Json;

namespace OneToOne.Standalone.Tests.Support;

/// <summary>The API as one person calls it. Values are written as the product itself writes them; a text is sent as it is.</summary>
internal sealed class Api(HttpClient http, string person)
{
    public string Person => person;

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Reply> PutAsync(string path, object body, string? ifMatch = null) => SendAsync(HttpMethod.Put, path, body, ifMatch);

    public Task<Reply> PostAsync(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        SendAsync(HttpMethod.Post, path, body, ifMatch, key);

    /// <summary>Does something to an arrangement, such as <c>approvals</c>.</summary>
    public Task<Reply> DoAsync(string arrangement, string what, object? body = null, string? key = null) =>
        PostAsync($"/api/arrangements/{arrangement}/{what}", body, key);

    /// <summary>Looks at an arrangement, which must be there to be seen.</summary>
    public async Task<ArrangementView> SeeAsync(string arrangement) =>
        (await GetAsync($"/api/arrangements/{arrangement}")).IsDone().As<ArrangementView>();

    /// <summary>The history of an arrangement as far as this person may see it; at most 200 entries.</summary>
    public async Task<IReadOnlyList<HistoryView>> HistoryAsync(string arrangement) =>
        (await GetAsync($"/api/arrangements/{arrangement}/history?limit=200")).IsDone().As<Page<HistoryView>>().Items;

    private async Task<Reply> SendAsync(HttpMethod method, string path, object? body, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = ContentOf(body) };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Reply.ReadAsync(await http.SendAsync(request));
    }

    private static HttpContent? ContentOf(object? body) =>
        body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body, body.GetType(), options: WireFormat.Options),
        };
}
