using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Service.Json;

namespace OneToOne.Service.Tests.Http;

public sealed class BadInputTests : IAsyncDisposable
{
    private readonly PipelineHost host = new(routes =>
    {
        routes.MapPost("/api/visits", (Visit visit) => TypedResults.Ok(visit)).RequireAuthorization(Access.Staff);
        routes.MapGet("/api/visits/{visit}", (ArrangementId visit, int page) => visit.Value).RequireAuthorization(Access.Staff);
    });

    [Fact]
    public async Task What_is_well_formed_comes_back_as_it_was()
    {
        const string json =
            """{"id":"v-1","role":"homesManager","at":"2026-03-01T18:30:00+01:00","who":["שָׂרָה","Zoë"],"part":{"type":"whole"}}""";

        var reply = await PostAsync(json);

        Assert.Equal((200, json), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData("", null, "well-formed")]
    [InlineData("{", "$", "well-formed")]
    [InlineData("""{"id":"v-1",}""", "$", "well-formed")]
    [InlineData("nonsense", "$", "well-formed")]
    [InlineData("""{"id":"v-1","extra":1}""", "$.extra", "no such member")]
    [InlineData("""{"id":"v-1","id":"v-2"}""", "$.id", "twice")]
    [InlineData("""{"id":"a b"}""", "$.id", "An id has")]
    [InlineData("""{"role":"king"}""", "$.role", "not of the kind")]
    [InlineData("""{"role":2}""", "$.role", "not of the kind")]
    [InlineData("""{"at":"2026-03-01T18:30:00"}""", "$.at", "offset")]
    [InlineData("""{"at":"2026-13-01T18:30:00Z"}""", "$.at", "offset")]
    [InlineData("""{"who":"mia"}""", "$.who", "not of the kind")]
    [InlineData("""{"who":[null]}""", "$.who", "Entry 0 of the list is null.")]
    [InlineData("""{"part":{"type":"third"}}""", "$.part", "not of the kind")]
    [InlineData("""{"part":{}}""", "$.part", "'type' is missing; it is one of half, whole.")]
    [InlineData("""{"part":{"type":"half","of":1}}""", "$.part", "Missing: 'note'.")]
    [InlineData("""{"id":"v-1","role":"worker"}""", "$", "Missing: 'at', 'who', 'part'.")]
    [InlineData("[1,2]", "$", "not of the kind")]
    [InlineData("null", null, "")]
    public async Task Bad_json_is_refused_in_plain_words_naming_the_place(string json, string? field, string words)
    {
        var reply = await PostAsync(json);

        Assert.Equal(400, reply.Status);
        Assert.StartsWith("application/problem+json", reply.Headers.ContentType.ToString(), StringComparison.Ordinal);
        if (field is not null)
            Assert.Equal(field, reply.Finding.GetProperty("field").GetString());
        Assert.Contains(words, reply.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("OneToOne.", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_that_is_nested_too_deeply_is_refused()
    {
        var json = string.Concat(Enumerable.Repeat("""{"part":""", WireFormat.MaxDepth + 1));

        Assert.Equal(400, (await PostAsync(json)).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read()
    {
        var reply = await host.SendAsync("POST", "/api/visits", Token, new byte[256 * 1024 + 1]);

        Assert.Equal(413, reply.Status);
        Assert.Equal(413, reply.Json.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_not_taken_for_it()
    {
        var reply = await host.SendAsync(
            "POST",
            "/api/visits",
            Token,
            "a=b"u8.ToArray(),
            ("Content-Type", "application/x-www-form-urlencoded")
        );

        Assert.Equal(415, reply.Status);
    }

    [Theory]
    [InlineData("/api/visits/a%2Fb", 400)]
    [InlineData("/api/visits/..%2f..", 400)]
    [InlineData("/api/visits/v-1", 400)]
    public async Task A_path_or_query_that_cannot_be_read_is_refused(string path, int status)
    {
        Assert.Equal(status, (await host.SendAsync("GET", path, Token)).Status);
    }

    [Fact]
    public async Task What_a_client_sends_wrong_is_not_logged()
    {
        await PostAsync("""{"id":"v-1","Marie Dupont":"has a secret"}""");

        Assert.DoesNotContain(host.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private string Token => host.Token("mia", Role.Worker);

    private Task<PipelineHost.Reply> PostAsync(string json) => host.PostAsync("/api/visits", Token, json);

    private abstract record Part
    {
        private Part() { }

        public sealed record Half(int Of, string Note) : Part;

        public sealed record Whole : Part;
    }

    private sealed record Visit(ArrangementId Id, Role Role, DateTimeOffset At, ImmutableArray<string> Who, Part Part);
}
