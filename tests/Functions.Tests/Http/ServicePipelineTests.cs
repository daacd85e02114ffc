using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.DurableTask.Client;
using Moq;
using OneToOne.Domain.People;
using OneToOne.Functions.Tests.Hosting;
using OneToOne.Service.Http;

namespace OneToOne.Functions.Tests.Http;

/// <summary>The same requests to a host that runs the pipeline as its application, and through the functions: the answers are the same.</summary>
public sealed partial class ServicePipelineTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly Deployment plain = Site(app => app.UseOneToOne());
    private readonly Deployment functions = Site(Front.UseFunctions);

    public async Task InitializeAsync()
    {
        await plain.StartAsync();
        await functions.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await plain.DisposeAsync();
        await functions.DisposeAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    [Fact]
    public async Task Every_answer_is_the_pipeline_s_own()
    {
        await SameAsync(200, "GET", "/");
        await SameAsync(200, "GET", "/style.css");
        await SameAsync(405, "HEAD", "/style.css");
        await SameAsync(200, "GET", "/health/live");
        await SameAsync(200, "GET", "/health/ready");
        await SameAsync(200, "GET", "/openapi/v1.json");
        await SameAsync(401, "GET", "/api/arrangements");
        await SameAsync(401, "POST", "/api/arrangements/unplanned", "{}");
        await SameAsync(403, "PUT", "/api/people/sam", "{}", Role.Worker);
        await SameAsync(404, "GET", "/api/arrangements/nothing", null, Role.Worker);
        await SameAsync(404, "GET", "/api/arrangements/a/b/c/d/e", null, Role.Worker);
        await SameAsync(405, "DELETE", "/api/arrangements", null, Role.Worker);
        await SameAsync(400, "POST", "/api/arrangements", "{", Role.Worker);
        await SameAsync(400, "PUT", "/api/people/sam", """{ "surname": "unknown" }""", Role.Administrator);
        await SameAsync(415, "POST", "/api/arrangements", "a=b", Role.Worker, "application/x-www-form-urlencoded");
        await SameAsync(200, "GET", "/api/policy", null, Role.Worker);
        await SameAsync(404, "GET", "/l/approve/no-token");
        await SameAsync(404, "POST", "/l/approve/no-token", "code=123456789", type: "application/x-www-form-urlencoded");
        await SameAsync(404, "GET", "/l");
    }

    [Fact]
    public async Task Who_asks_too_often_is_held_back_by_name()
    {
        for (var asked = 0; asked < 4; asked++)
            await SameAsync(asked < 3 ? 200 : 429, "GET", "/api/policy", null, Role.Inspector);

        await SameAsync(200, "GET", "/api/policy", null, Role.Worker);
    }

    private static Deployment Site(Action<Microsoft.AspNetCore.Builder.IApplicationBuilder> entrance) =>
        new(
            new StillClock(new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero)),
            new Mock<DurableTaskClient>("test") { CallBase = true }.Object,
            ("RateLimit:PerCaller", "3")
        )
        {
            Entrance = entrance,
        };

    private async Task SameAsync(
        int status,
        string method,
        string path,
        string? body = null,
        Role? role = null,
        string type = "application/json"
    )
    {
        // Each call is somebody else's, unless a test is about how often one person calls.
        var person = role is Role.Inspector ? "ines" : $"{Guid.NewGuid():N}";
        var expected = await AskAsync(plain);
        Assert.StartsWith($"{status} ", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await AskAsync(functions));

        async Task<string> AskAsync(Deployment site)
        {
            var client = role is { } has ? site.As(person, has) : site.Anonymous();
            using var request = new HttpRequestMessage(new(method), path);
            if (body is not null)
                request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
            using var answer = await client.SendAsync(request);
            var headers = answer
                .Headers.Concat(answer.Content.Headers)
                .Where(h => h.Key != "Date")
                .OrderBy(h => h.Key, StringComparer.Ordinal);
            var text = (await answer.Content.ReadAsStringAsync()).Replace(client.BaseAddress!.Authority, "here", StringComparison.Ordinal);
            return $"{(int)answer.StatusCode} {string.Join('\n', headers.Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"))}\n\n{TraceId().Replace(text, "")}";
        }
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
