using OneToOne.Domain.Assessments;
using OneToOne.Domain.Messages;
using OneToOne.Service.Assessments;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.Deliveries;
using OneToOne.Service.DueWork;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;
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

    [Fact]
    public async Task It_finds_nothing_wrong_with_histories_that_nobody_touched()
    {
        await EachDayAsync(days: 3);

        Assert.DoesNotContain(machine.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_that_is_gone_is_noticed_within_a_day()
    {
        await EachDayAsync(days: 1);
        await RemoveAsync(RegisterKinds.Children.KeyOf(Cleo.Id.Value));

        await EachDayAsync(days: 1);

        Assert.Contains(
            machine.Logs.Lines,
            line => line.Contains("record of type child: a checkpoint names this record and it is gone", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_entry_that_is_gone_is_noticed_within_a_day()
    {
        await EachDayAsync(days: 1);
        await RemoveAsync(
            new(AssessmentRecords.Kind.PartitionOf(AssessmentKey.ForChild(Cleo.Id).ToString()), DocumentTypes.History, SequenceId.Text(1))
        );

        await EachDayAsync(days: 1);

        Assert.Contains(
            machine.Logs.Lines,
            line => line.Contains("the first, in a record of type assessment: entry 1 is missing", StringComparison.Ordinal)
        );
    }

    private async Task EachDayAsync(int days)
    {
        for (var i = 0; i < days; i++)
        {
            Assert.True(await machine.Get<DailyWork>().RunIfDueAsync(default));
            machine.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    private async Task RemoveAsync(DocumentKey key) =>
        Assert.IsType<CommitResult.Committed>(
            await machine
                .Get<IDocumentStore>()
                .CommitAsync(new(key.Partition, Guid.NewGuid().ToString("N"), new Operation.Delete(key.Type, key.Id)), default)
        );
}
