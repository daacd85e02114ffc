using System.Net;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Http;

public sealed class BadInputTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string All = "/api/arrangements";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"child\":\"cleo\"")]
    [InlineData("{\"child\":\"cleo\"}")]
    [InlineData("not json at all")]
    public async Task What_is_no_plan_is_refused_in_words(string body)
    {
        var refused = (await house.Colleague.PostAsync(All, body)).Is(HttpStatusCode.BadRequest);

        Assert.DoesNotContain("System.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("OneToOne.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_member_is_refused_and_named()
    {
        var id = await house.RequestedAsync();

        var refused = await house.Colleague.DoAsync(id, "withdrawal", "{\"reason\":\"x\",\"raeson\":\"y\"}");

        Assert.Contains("$.raeson", refused.Is(HttpStatusCode.BadRequest).Fields);
    }

    [Theory]
    [InlineData("{\"person\":\"colin\",\"how\":\"telepathy\"}", "$.how")]
    [InlineData("{\"person\":\"colin\",\"how\":1}", "$.how")]
    [InlineData("{\"person\":\"not an id\",\"how\":\"phone\"}", "$.person")]
    [InlineData("{\"person\":\"colin\",\"person\":\"sam\",\"how\":\"phone\"}", "$.person")]
    public async Task A_value_that_is_none_of_ours_is_refused_and_named(string body, string field)
    {
        var id = await house.RequestedAsync();

        var refused = await house.Colleague.DoAsync(id, "told", body);

        Assert.Contains(field, refused.Is(HttpStatusCode.BadRequest).Fields);
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"place\":", 200)) + "1" + new string('}', 200);

        (await house.Colleague.PostAsync(All, deep)).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_larger_than_anything_we_read_is_refused() =>
        (await house.Colleague.PostAsync(All, $"{{\"need\":\"{new string('x', 300_000)}\"}}")).Is(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task A_text_longer_than_a_record_holds_is_refused() =>
        (await house.Colleague.PostAsync(All, house.Keywork with { Need = new string('x', 5000) + " a need in words" })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "G-03"
        );

    [Theory]
    [InlineData("pat@example.org\\r\\nBcc: all@example.org")]
    [InlineData("pat@example.org\\nSubject: x")]
    [InlineData("\\\"a\\\"@example.org, b@example.org")]
    [InlineData("pat")]
    public async Task A_mail_address_that_would_break_a_header_is_refused(string address)
    {
        var person = $"{{\"id\":\"mallory\",\"name\":\"Mallory\",\"email\":\"{address}\",\"roles\":[\"parentOrCarer\"]}}";

        var refused = await house.Administrator.PutAsync("/api/people/mallory", person);

        Assert.Contains("$.email", refused.Is(HttpStatusCode.BadRequest).Fields);
    }

    [Fact]
    public async Task Nobody_without_a_token_is_answered()
    {
        using var client = house.Server.Anonymous();

        foreach (var path in new[] { All, "/api/people", "/api/policy", "/api/concerns?home=oak" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_often_is_held_back_but_never_with_a_call_for_help()
    {
        await using var server = await RunningServer.StartAsync(null, ("RateLimit:PerCaller", "3"));
        var worker = new Api(server.As("wendy", Role.Worker), "wendy");
        for (var i = 0; i < 3; i++)
            (await worker.GetAsync($"{All}/x")).Is(HttpStatusCode.NotFound);

        (await worker.GetAsync($"{All}/x")).Is(HttpStatusCode.TooManyRequests);
        (await worker.DoAsync("x", "help")).Is(HttpStatusCode.NotFound);
        (await worker.DoAsync("x", "distress")).Is(HttpStatusCode.NotFound);
    }
}
