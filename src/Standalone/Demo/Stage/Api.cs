using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using OneToOne.Domain;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>The answer to a call.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; null when there is none.</param>
/// <param name="ETag">The revision of what it shows; null when it has none.</param>
internal sealed record Reply(int Status, JsonNode? Body, string? ETag)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Status < 300;

    /// <summary>The findings that refused it.</summary>
    public IEnumerable<JsonNode> Findings => Body?["findings"]?.AsArray().OfType<JsonNode>() ?? [];

    /// <summary>What went wrong, for whoever watches.</summary>
    public string Problem =>
        Findings.Any()
            ? string.Join("; ", Findings.Select(f => $"{f["id"]}: {f["problem"]}"))
            : Body?["detail"]?.ToString() ?? Body?["title"]?.ToString() ?? "no reason given";
}

/// <summary>Calls the server as a signed-in person, over real HTTP.</summary>
/// <param name="http">Reaches the server.</param>
/// <param name="key">Issues the tokens that the server's own <c>token</c> command would.</param>
/// <param name="clock">The server's clock.</param>
internal sealed class Api(HttpClient http, LocalKey key, TimeProvider clock)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);
    private readonly Dictionary<string, Role[]> roles = [];

    /// <summary>Says what somebody is, so that their tokens do too.</summary>
    public void Introduce(string person, IEnumerable<string> names) => roles[person] = [.. names.Select(RoleOf)];

    /// <summary>Whether somebody was introduced.</summary>
    public bool Knows(string person) => roles.ContainsKey(person);

    /// <summary>Makes a call.</summary>
    public async Task<Reply> SendAsync(string person, string method, string path, JsonNode? body, string? ifMatch, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(new(method), path);
        var token = key.Issue(new PersonId(person), roles[person], clock.GetUtcNow(), TokenLife);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return new((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers.ETag?.ToString());
    }

    /// <summary>Reads something.</summary>
    public Task<Reply> GetAsync(string person, string path, CancellationToken ct) => SendAsync(person, "GET", path, null, null, ct);

    private static Role RoleOf(string name) =>
        RoleNames.TryRead(name, out var role) ? role : throw new InvalidOperationException($"'{name}' is no role.");
}
