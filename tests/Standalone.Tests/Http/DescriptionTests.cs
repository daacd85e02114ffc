using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Http;

public sealed class DescriptionTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task Every_call_is_described_in_words()
    {
        var calls = Calls(await DescriptionAsync()).ToList();

        Assert.True(calls.Count >= 45, $"only {calls.Count} calls are described");
        Assert.All(
            calls,
            call =>
                Assert.True(
                    call.Call.TryGetProperty("summary", out var words) && words.GetString()!.Length > 15,
                    $"{call.Name} is not described"
                )
        );
    }

    [Fact]
    public async Task The_headers_that_a_call_asks_for_are_described()
    {
        // A link that is sent again is sent again, what was read stays read, what is held stays held, who is barred stays barred, what is only tried is tried again: none keeps an answer.
        var calls = Calls(await DescriptionAsync())
            .Where(call => !call.Name.EndsWith("/links", StringComparison.Ordinal))
            .Where(call => !call.Name.EndsWith("/acknowledgements", StringComparison.Ordinal))
            .Where(call => !call.Name.EndsWith("/explain", StringComparison.Ordinal))
            .Where(call => !call.Name.Contains("/legal-hold", StringComparison.Ordinal))
            .Where(call =>
                !call.Name.Contains("/bars", StringComparison.Ordinal) && !call.Name.EndsWith("/whereabouts", StringComparison.Ordinal)
            )
            .ToDictionary(call => call.Name, call => Headers(call.Call));

        Assert.Contains("If-Match", calls["put /api/arrangements/{id}/plan"]);
        Assert.Contains("Idempotency-Key", calls["post /api/arrangements"]);
        Assert.All(
            calls.Where(call => call.Key.StartsWith("post ", StringComparison.Ordinal)),
            call => Assert.Contains("Idempotency-Key", call.Value)
        );
        Assert.Empty(calls["get /api/arrangements/{id}"]);
    }

    [Fact]
    public void Every_address_under_api_says_who_may_call_it()
    {
        var api = house
            .Server.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == true);

        Assert.All(api, endpoint => Assert.NotEmpty(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()));
        Assert.All(api, endpoint => Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>()));
    }

    private async Task<JsonElement> DescriptionAsync() => (await house.Worker.GetAsync("/openapi/v1.json")).IsDone().Json;

    private static IEnumerable<(string Name, JsonElement Call)> Calls(JsonElement description) =>
        from path in description.GetProperty("paths").EnumerateObject()
        where path.Name.StartsWith("/api/", StringComparison.Ordinal)
        from call in path.Value.EnumerateObject()
        where call.Value.TryGetProperty("responses", out _)
        select ($"{call.Name} {path.Name}", call.Value);

    private static string[] Headers(JsonElement call) =>
        call.TryGetProperty("parameters", out var all)
            ?
            [
                .. all.EnumerateArray()
                    .Where(p => p.GetProperty("in").GetString() == "header")
                    .Select(p => p.GetProperty("name").GetString()!),
            ]
            : [];
}
