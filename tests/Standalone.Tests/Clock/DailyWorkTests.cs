using OneToOne.Service.Checkpoints;
using OneToOne.Service.DueWork;

namespace OneToOne.Standalone.Tests.Clock;

[Trait("Store", "Own")]
public sealed class DailyWorkTests : IAsyncLifetime
{
    private StillMachine machine = null!;

    public async Task InitializeAsync() => machine = await StillMachine.OpenAsync();

    public async Task DisposeAsync() => await machine.DisposeAsync();

    [Fact]
    public async Task It_is_due_once_on_each_utc_day()
    {
        var daily = machine.Get<DailyWork>();

        Assert.True(await daily.RunIfDueAsync(default));
        Assert.False(await daily.RunIfDueAsync(default));
        machine.Clock.AdvanceTo(machine.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1).AddTicks(-1));
        Assert.False(await daily.RunIfDueAsync(default));
        machine.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(await daily.RunIfDueAsync(default));

        Assert.Equal(["2026-03-01", "2026-03-02"], (await machine.Get<ICheckpointShelf>().ReadAsync(default)).Select(kept => kept.Day));
    }
}
