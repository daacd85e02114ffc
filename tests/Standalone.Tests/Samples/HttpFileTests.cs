using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Standalone.Demo;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Samples;

public sealed partial class HttpFileTests : IAsyncLifetime
{
    private static readonly HttpFile Sample = HttpFile.Read(Path.Combine(Script.Folder, "onetoone.http"));

    private readonly Dictionary<string, Reply> replies = [];
    private RunningServer server = null!;

    public async Task InitializeAsync() => server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Every_call_of_the_sample_file_works_from_top_to_bottom_and_none_of_the_api_is_missing()
    {
        var http = server.Anonymous();
        var called = new List<string>();
        foreach (var request in Sample.Requests)
        {
            var reply = await SendAsync(http, request);
            Assert.True((int)reply.Status is >= 200 and < 300, $"{request.Title}: {(int)reply.Status} {reply.Text}");
            // A person who clicks through the file is slower than the mails that go out meanwhile.
            await server.Clock.Quiet.WhenQuietAsync();
            called.Add($"{request.Method} {new Uri(Fill(request.Url)).AbsolutePath}");
            if (request.Name is { } name)
                replies[name] = reply;
        }

        var missing = await DescribedAsync(http);
        missing.RemoveAll(described => called.Exists(call => described.IsMatch(call)));
        Assert.Empty(missing.Select(described => described.ToString()));
    }

    private async Task<Reply> SendAsync(HttpClient http, HttpRequestText text)
    {
        using var request = new HttpRequestMessage(new(text.Method), Fill(text.Url));
        if (text.Body is { } body)
            request.Content = new StringContent(Fill(body), Encoding.UTF8, "application/json");
        foreach (var (name, value) in text.Headers.Where(header => header.Name != "Content-Type"))
            Assert.True(request.Headers.TryAddWithoutValidation(name, Fill(value)), name);
        return await Reply.ReadAsync(await http.SendAsync(request));
    }

    private string Fill(string text) => PlaceIn().Replace(text, place => Value(place.Groups[1].Value));

    private string Value(string name) =>
        name.StartsWith('$') ? HttpFile.Moment(name, server.Clock.GetUtcNow())
        : name == "host" ? server.Anonymous().BaseAddress!.ToString().TrimEnd('/')
        : ReplyIn().Match(name) is { Success: true } of ? Part(replies[of.Groups[1].Value], of.Groups[2].Value)
        : TokenIn().Match(Sample.Variables[name]) is { Success: true } token ? Token(token.Groups[1].Value, token.Groups[2].Value)
        : Fill(Sample.Variables[name]);

    private string Token(string person, string role) =>
        RoleNames.TryRead(role, out Role known)
            ? server.Token(person, known)
            : throw new InvalidOperationException($"'{role}' is no role.");

    private static string Part(Reply reply, string path) =>
        path == "headers.ETag" ? reply.ETag! : reply.Json.GetProperty(path["body.$.".Length..]).GetString()!;

    private static async Task<List<Regex>> DescribedAsync(HttpClient http)
    {
        using var described = JsonDocument.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        return
        [
            .. described
                .RootElement.GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"))
                .Select(call => new Regex($"^{ParameterIn().Replace(call, "[^/]+")}$")),
        ];
    }

    [GeneratedRegex(@"\{\{([^}]+)\}\}")]
    private static partial Regex PlaceIn();

    [GeneratedRegex(@"^(\w+)\.response\.(.+)$")]
    private static partial Regex ReplyIn();

    [GeneratedRegex(@"^token of --person ([\w-]+) --role (\w+)$")]
    private static partial Regex TokenIn();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex ParameterIn();
}
