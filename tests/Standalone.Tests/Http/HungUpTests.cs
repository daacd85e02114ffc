using OneToOne.CosmosGateway;
using OneToOne.CosmosGateway.Faults;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Http;

/// <summary>A telephone that loses its connection as soon as its request has come in, while the store is still being read.</summary>
[Trait("Store", "Own")]
public sealed class HungUpTests : IAsyncLifetime, IDisposable
{
    private readonly InMemoryAccount account = new();
    private OakHouse house = null!;

    public async Task InitializeAsync() => house = await OakHouse.OpenOnAsync(account);

    public Task DisposeAsync() => house.DisposeAsync();

    public void Dispose() => account.Dispose();

    [Theory]
    [InlineData("help", "one-key")]
    [InlineData("help", null)]
    [InlineData("distress", null)]
    [InlineData("check-ins", null)]
    [InlineData("finish", "one-key")]
    public async Task What_a_worker_says_is_done(string act, string? key)
    {
        var id = await house.StartedAsync();

        await HangingUpAsync(() => house.Worker.DoAsync(id, act, new { }, key));

        Assert.Contains(
            await house.HomesManager.HistoryAsync(id),
            entry => $"{entry.Event}".Contains(EventOf(act), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("help")]
    [InlineData("check-in")]
    [InlineData("distress")]
    [InlineData("finish")]
    public async Task What_a_worker_says_by_their_link_is_done(string act)
    {
        var id = await house.StartedAsync();
        var link = await MailedLink.FindAsync(house, Wendy, "Your page");
        await link.OpenAsync();

        await HangingUpAsync(() => link.DoAsync(act));

        Assert.Contains(
            await house.HomesManager.HistoryAsync(id),
            entry => $"{entry.Event}".Contains(EventOf(act), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_occasion_that_the_child_asks_for_at_once_is_begun()
    {
        var plan = house.Keywork with { Purpose = Domain.Arrangements.Purpose.Talk, Length = TimeSpan.FromMinutes(20) };

        await HangingUpAsync(() => house.Worker.PostAsync("/api/arrangements/unplanned", new UnplannedStart(plan, Colin.Id)));

        var all = (await house.HomesManager.GetAsync($"/api/arrangements?worker={Wendy.Id}")).IsDone();
        Assert.Contains("\"active\"", all.Text, StringComparison.Ordinal);
    }

    private async Task HangingUpAsync(Func<Task> act)
    {
        account.Faults.Add(RequestKind.PointRead, new Fault.Overtaken(CutAsync));
        await act();
        Assert.Equal(0, account.Faults.Left);
    }

    private Task CutAsync()
    {
        house.Server.Line.Cut();
        return Task.CompletedTask;
    }

    private static string EventOf(string act) =>
        act switch
        {
            "help" => "\"helpCalled\"",
            "distress" => "\"distressReported\"",
            "finish" => "\"finished\"",
            _ => "\"checkedIn\"",
        };
}
