using System.Net;
using System.Net.Sockets;
using System.Text;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Http;

public sealed class HeardAnywayTests : IAsyncLifetime
{
    private OakHouse house = null!;

    public async Task InitializeAsync() => house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);

    public Task DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_call_for_help_or_of_distress_is_heard_whatever_its_form()
    {
        var id = await house.StartedAsync();
        using var wendy = house.Server.As("wendy", [.. Wendy.Roles]);

        foreach (var act in new[] { "distress", "help" })
        foreach (var (body, type) in new[] { ("", "application/json"), ("{", "application/json"), ("help", "text/plain"), ("[1]", "a/b") })
        {
            using var content = new StringContent(body, Encoding.UTF8, type);
            var answer = await wendy.PostAsync(new Uri($"/api/arrangements/{id}/{act}", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        (await house.Worker.DoAsync(id, "distress", "{\"what\":\"She cries\",\"more\":1}")).IsDone();

        Assert.Equal(2, (await house.Senior.SeeAsync(id)).Escalations.Length);
        var history = (await house.HomesManager.GetAsync($"/api/arrangements/{id}/history?limit=200")).IsDone().Text;
        Assert.Contains("She cries", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_used_before_or_can_not_be_one_keeps_no_help_away()
    {
        var id = await house.StartedAsync();

        (await house.Worker.DoAsync(id, "check-ins", new { }, "one-key")).IsDone();
        (await house.Worker.DoAsync(id, "help", new { }, "one-key")).IsDone();
        (await house.Worker.DoAsync(id, "distress", new { what = "She cries" }, new string('k', 200))).IsDone();

        Assert.Equal(2, (await house.Senior.SeeAsync(id)).Escalations.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Idempotency-Key: one-key\r\n")]
    public async Task Who_is_cut_off_in_the_moment_they_call_is_heard(string key)
    {
        var id = await house.StartedAsync();

        foreach (var act in new[] { "distress", "help" })
            using (var phone = new TcpClient(house.Server.Address.Host, house.Server.Address.Port))
                await phone.GetStream().WriteAsync(Call(id, act, key));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await house.Senior.SeeAsync(id)).Escalations.Length < 2)
            await Task.Delay(20, patience.Token);
    }

    private byte[] Call(string id, string act, string headers) =>
        Encoding.ASCII.GetBytes(
            $"POST /api/arrangements/{id}/{act} HTTP/1.1\r\nHost: {house.Server.Address.Authority}\r\n{headers}"
                + $"Authorization: Bearer {house.Server.Token("wendy", [.. Wendy.Roles])}\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
        );
}
