using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OneToOne.Domain.People;

namespace OneToOne.Standalone.Tests.Hosting;

public sealed class ServerTests : IAsyncLifetime
{
    private RunningServer server = null!;

    public async Task InitializeAsync() => server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task It_says_what_runs_here()
    {
        using var client = server.Anonymous();

        var place = await client.GetFromJsonAsync<JsonElement>("/");

        Assert.Equal("OneToOne", place.GetProperty("name").GetString());
    }

    [Fact]
    public async Task It_is_healthy_with_a_mail_server_a_store_and_a_policy_and_says_that_there_is_none()
    {
        var ready = await server.Anonymous().GetFromJsonAsync<JsonElement>("/health/ready");
        Assert.Equal("degraded", ready.GetProperty("status").GetString());
        var said = ready.GetProperty("checks").GetProperty("policy").GetProperty("description").GetString();
        Assert.StartsWith("No policy is adopted, so every request is refused (G-01)", said, StringComparison.Ordinal);

        using var adopted = await server.As("ada", Role.Administrator).PutAsJsonAsync("/api/policy", new { });
        Assert.True(adopted.IsSuccessStatusCode);
        ready = await server.Anonymous().GetFromJsonAsync<JsonElement>("/health/ready");

        Assert.Equal("healthy", ready.GetProperty("status").GetString());
    }

    [Fact]
    public async Task It_says_degraded_while_mails_go_into_a_folder()
    {
        await using var quiet = await RunningServer.StartAsync(null, ("Mail:Folder", Path.Combine(server.Folder, "mail")));

        using var answer = await quiet.Anonymous().GetAsync(new Uri("/health/ready", UriKind.Relative));
        var ready = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("degraded", ready.GetProperty("checks").GetProperty("mail").GetProperty("status").GetString());
    }

    [Fact]
    public async Task It_describes_every_path_it_answers_under_api()
    {
        var description = await server.Anonymous().GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.Equal("OneToOne", description.GetProperty("info").GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_body_that_grows_too_large_while_it_is_sent_is_cut_off_and_the_server_goes_on()
    {
        using var client = server.As("mia", Role.Worker);
        using var body = new StreamContent(new MemoryStream(new byte[300 * 1024]));
        body.Headers.ContentType = new("application/json");
        client.DefaultRequestHeaders.TransferEncodingChunked = true;

        try
        {
            using var answer = await client.PostAsync(new Uri("/api/arrangements", UriKind.Relative), body);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The connection was closed while the client was still sending, before it read the answer.
        }

        Assert.Equal(HttpStatusCode.OK, (await server.Anonymous().GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task What_only_a_link_s_holder_may_know_is_never_logged()
    {
        const string secret = "CfDJ8-a-token-nobody-may-see";
        using var client = server.As("mia", Role.Worker);

        using var page = await client.GetAsync(new Uri($"/l/{secret}?code={secret}", UriKind.Relative));
        using var call = await client.PostAsJsonAsync($"/api/{secret}", new { secret });

        Assert.DoesNotContain(server.Logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(server.Logs.Lines, line => line.Contains("eyJ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_keys_and_data_are_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await server.StopAsync();
        await server.StartAsync();

        var others = UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(server.Folder, "keys")) & others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(server.Folder, "keys", "sign-in.key")) & others);
    }

    [Fact]
    public async Task A_token_outlives_a_restart()
    {
        var token = server.Token("mia", Role.Worker);
        await server.StopAsync();
        await server.StartAsync();

        Assert.Equal(token, server.Token("mia", Role.Worker));
    }
}
