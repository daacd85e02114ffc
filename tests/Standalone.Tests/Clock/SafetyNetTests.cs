using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Clock;

[Trait("Store", "Own")]
public sealed class SafetyNetTests : IAsyncLifetime
{
    private static readonly ArrangementId Id = new("a-1");

    private StillMachine machine = null!;

    private SafetyNet Net => machine.Get<SafetyNet>();

    private DueArrangement Arrangement => machine.Get<DueArrangement>();

    public async Task InitializeAsync() => machine = await StillMachine.OpenAsync();

    public async Task DisposeAsync() => await machine.DisposeAsync();

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public async Task A_clock_is_missed_when_it_is_more_than_a_minute_past(int seconds, bool missed)
    {
        await machine.RequestedAsync(Id);
        await Arrangement.DeliverAsync(Id, default);
        var due = (await Arrangement.ReadAsync(Id, default))!.Until!.Value;

        machine.Clock.AdvanceTo(due.AddSeconds(seconds));

        Assert.Equal(missed, (await Net.AdvanceAsync(Id, default)).MissedItsClock);
    }

    [Fact]
    public async Task Mail_that_waits_too_long_is_found_and_is_no_missed_clock()
    {
        await machine.RequestedAsync(Id);

        machine.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal([Id], await FindAsync());
        Assert.Equal(new CaughtUp(MissedItsClock: false, IsStuck: false, IsOver: false), await Net.AdvanceAsync(Id, default));
    }

    [Fact]
    public async Task What_is_late_is_done_and_told_without_anybody_else()
    {
        await machine.StartedAsync(Id);
        machine.Clock.Advance(TimeSpan.FromHours(2));

        var late = await Net.AdvanceAsync(Id, default);
        await Net.DeliverAsync(Id, default);

        Assert.Equal(new CaughtUp(MissedItsClock: true, IsStuck: false, IsOver: false), late);
        var standing = (await Arrangement.ReadAsync(Id, default))!;
        Assert.Contains(standing.Escalations, e => e.StartsWith("overdue", StringComparison.Ordinal));
        Assert.Null(standing.MailAt);
        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task It_takes_so_many_at_a_time_and_the_most_overdue_first()
    {
        foreach (var id in new[] { "a-1", "a-2", "a-3" })
        {
            await machine.RequestedAsync(new(id));
            machine.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        machine.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(["a-1", "a-2"], (await FindAsync(most: 2)).Select(id => id.Value));

        foreach (var late in await FindAsync(most: 2))
        {
            await Net.AdvanceAsync(late, default);
            await Net.DeliverAsync(late, default);
        }
        Assert.Equal(["a-3"], (await FindAsync(most: 2)).Select(id => id.Value));
    }

    [Fact]
    public async Task One_that_nobody_can_read_hides_none_behind_it()
    {
        foreach (var id in new[] { "a-1", "a-2" })
        {
            await machine.RequestedAsync(new(id));
            machine.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await machine.Get<IDocumentStore>().MakeUnreadableAsync(Id);
        machine.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(["a-1", "a-2"], (await FindAsync()).Select(id => id.Value));
        await Assert.ThrowsAsync<JsonException>(() => Net.AdvanceAsync(Id, default));
        Assert.False((await Net.AdvanceAsync(new("a-2"), default)).IsOver);
    }

    private async Task<List<ArrangementId>> FindAsync(int most = 100)
    {
        var found = new List<ArrangementId>();
        await foreach (var late in Net.FindAsync(most, default))
            found.Add(late);
        return found;
    }
}
