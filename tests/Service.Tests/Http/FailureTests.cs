using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Links;
using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Http;

public sealed class FailureTests : IAsyncDisposable
{
    private readonly PipelineHost host = new(
        routes =>
        {
            routes.MapGet("/api/broken", string () => throw new InvalidOperationException("inner workings")).AllowAnonymous();
            routes.MapGet("/api/out", string () => throw new StoreUnavailableException("disk")).AllowAnonymous();
            routes.MapGet("/api/page", string () => throw new InvalidContinuationException()).AllowAnonymous();
            routes.MapGet("/l/{token}", string (string token) => throw new InvalidOperationException("inner workings")).AllowAnonymous();
            routes.MapPost("/l/session/{token}/aid", (string token) => "told").AllowAnonymous().DisableRateLimiting();
            routes.MapGet("/l/session/{token}/calm", (string token) => "here").AllowAnonymous();
            routes.MapGet("/api/often", (Caller caller) => "here").RequireAuthorization(Access.SignedIn);
        },
        ("RateLimit:PerCaller", "3"),
        ("RateLimit:PerLink", "2")
    );

    [Theory]
    [InlineData("/api/broken", 500)]
    [InlineData("/api/out", 503)]
    [InlineData("/api/page", 400)]
    [InlineData("/api/nothing", 404)]
    public async Task A_program_gets_problem_details(string path, int status)
    {
        var reply = await host.SendAsync("GET", path, null, null, ("Accept", "application/json"));

        Assert.Equal(status, reply.Status);
        Assert.Equal(status, reply.Json.GetProperty("status").GetInt32());
        Assert.DoesNotContain("inner workings", reply.Body, StringComparison.Ordinal);
        Assert.Equal("no-store", reply.Headers.CacheControl);
    }

    [Theory]
    [InlineData("/l/abc", 500)]
    [InlineData("/l/abc/elsewhere", 404)]
    [InlineData("/l", 404)]
    public async Task Whoever_follows_a_mailed_link_gets_a_page_and_never_an_error(string path, int status)
    {
        var reply = await host.SendAsync("GET", path);

        Assert.Equal(status, reply.Status);
        Assert.StartsWith("text/html", reply.Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Contains("<h1>", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("inner workings", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/l/abc")]
    [InlineData("/api/broken")]
    [InlineData("/api/nothing")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var headers = (await host.SendAsync("GET", path)).Headers;

        Assert.Equal("no-store", headers.CacheControl);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.StartsWith("default-src 'none';", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, headers.SetCookie.Count);
    }

    [Fact]
    public async Task One_person_who_asks_too_often_is_held_back_and_nobody_else()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await host.SendAsync("GET", "/api/often", host.Token("mia", Role.Worker))).Status);

        var reply = await host.SendAsync("GET", "/api/often", host.Token("mia", Role.Worker));
        Assert.Equal(429, reply.Status);
        Assert.Equal("60", reply.Headers.RetryAfter);
        Assert.Equal(200, (await host.SendAsync("GET", "/api/often", host.Token("hanna", Role.Worker))).Status);
    }

    [Fact]
    public async Task One_link_that_is_opened_too_often_is_held_back_but_never_a_call_for_help()
    {
        // Sealed anew in each mail, a token is another text for the same link.
        for (var i = 0; i < 2; i++)
            Assert.Equal(200, (await host.SendAsync("GET", Sealed("a", "calm"))).Status);

        var reply = await host.SendAsync("GET", Sealed("a", "calm"));
        Assert.Equal(429, reply.Status);
        Assert.Contains("<h1>", reply.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await host.SendAsync("GET", Sealed("b", "calm"))).Status);
        Assert.Equal(200, (await host.SendAsync("POST", Sealed("a", "aid"))).Status);
    }

    [Fact]
    public async Task Tokens_that_are_made_up_share_one_count_and_hold_back_no_real_link()
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal(200, (await host.SendAsync("GET", $"/l/session/forged-{i}/calm")).Status);

        Assert.Equal(429, (await host.SendAsync("GET", "/l/session/forged-again/calm")).Status);
        Assert.Equal(200, (await host.SendAsync("GET", Sealed("a", "calm"))).Status);
    }

    private string Sealed(string link, string act) =>
        $"/l/session/{host.Links.Seal(LinkPurpose.Session, new("arrangement", link), TimeSpan.FromHours(1))}/{act}";

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
