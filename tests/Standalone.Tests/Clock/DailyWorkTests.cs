using OneToOne.Domain.Messages;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.Deliveries;
using OneToOne.Service.DueWork;
using static OneToOne.Standalone.Tests.Support.Registered;

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

    [Fact]
    public async Task What_expires_on_a_day_whose_checkpoint_is_kept_goes_all_the_same()
    {
        var (daily, notes) = (machine.Get<DailyWork>(), machine.Get<SentMails>());
        var mail = Guid.NewGuid();
        await notes.NoteAsync(mail, new("arrangement", "a-1", "a-1.1.0", new(MessageKind.Notice, Colin.Id)), default);
        do
        {
            Assert.NotNull(await notes.FindAsync(mail, default));
            machine.Clock.Advance(TimeSpan.FromHours(8));
        } while (await daily.RunIfDueAsync(default) || await notes.FindAsync(mail, default) is not null);

        Assert.Null(await notes.FindAsync(mail, default));
    }
}
