namespace OneToOne.Service.Tests.Http;

public sealed class FrontTests : IAsyncDisposable
{
    private readonly PipelineHost host = new();

    [Fact]
    public async Task The_front_page_says_what_runs_here_to_people_and_to_programs()
    {
        var page = await host.SendAsync("GET", "/", null, null, ("Accept", "text/html,application/xhtml+xml"));
        Assert.StartsWith("text/html", page.Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Contains("Open the link in it", page.Body, StringComparison.Ordinal);

        var json = (await host.SendAsync("GET", "/")).Json;
        Assert.Equal("/openapi/v1.json", json.GetProperty("openApi").GetString());
    }

    [Fact]
    public async Task It_is_ready_while_the_store_answers_and_live_in_any_case()
    {
        var ready = await host.SendAsync("GET", "/health/ready");
        Assert.Equal(
            (200, "healthy"),
            (ready.Status, ready.Json.GetProperty("checks").GetProperty("store").GetProperty("status").GetString())
        );

        host.Store.IsOut = true;
        ready = await host.SendAsync("GET", "/health/ready");
        Assert.Equal(503, ready.Status);
        Assert.Equal("unhealthy", ready.Json.GetProperty("checks").GetProperty("store").GetProperty("status").GetString());
        Assert.Equal(200, (await host.SendAsync("GET", "/health/live")).Status);
    }

    [Fact]
    public async Task It_is_degraded_on_every_host_while_mails_go_into_a_folder()
    {
        await using var folder = new PipelineHost(null, ("Mail:Folder", "mails"));

        var ready = await folder.SendAsync("GET", "/health/ready");
        Assert.Equal((200, "degraded"), (ready.Status, ready.Json.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var reply = await host.SendAsync("GET", "/openapi/v1.json");

        Assert.Equal(200, reply.Status);
        Assert.StartsWith("3.", reply.Json.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
