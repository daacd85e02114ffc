using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Assessments;
using OneToOne.Service.DueWork;
using OneToOne.Service.Records;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Clock;

/// <summary>A record that says that needs changed is on disk, and the process ends before any assessment has heard of it (G-24).</summary>
[Trait("Store", "Own")]
public sealed class EarlyReviewTests
{
    private static readonly ArrangementId Id = new("a1");
    private static readonly AssessmentKey[] Concerned = [AssessmentKey.ForChild(Cleo.Id), AssessmentKey.ForPair(Cleo.Id, Wendy.Id)];

    [Fact]
    public async Task What_a_record_asks_for_waits_on_disk_and_is_done_once_however_often_it_is_begun()
    {
        await using var machine = await ClosedAsync();
        var recorded = machine.Clock.GetUtcNow();
        Assert.All(await DueAsync(machine), due => Assert.True(due > recorded.AddDays(7)));
        var waiting = await WaitingAsync(machine);

        await machine.WorkOffAsync();
        foreach (var found in waiting)
            await machine.Get<DueRecords>().AdvanceAsync(found, default);
        await machine.WorkOffAsync();

        Assert.All(await DueAsync(machine), due => Assert.Equal(recorded.AddDays(7), due));
        Assert.Empty(await WaitingAsync(machine));
        foreach (var key in Concerned)
            Assert.Equal(1, await CountAsync(machine, key));
    }

    private static async Task<StillMachine> ClosedAsync()
    {
        var machine = await StillMachine.OpenAsync();
        await machine.StartedAsync(Id);
        await machine.DoneAsync(Id, Wendy, new ArrangementCommand.Finish());
        await machine.WorkOffAsync();
        var record = OakHouse.GoodRecord with { NeedsChanged = true };
        await machine.DoneAsync(Id, Wendy, new ArrangementCommand.RecordCloseOut(record));
        Assert.Contains("watch registerChanged", machine.Told);
        return machine;
    }

    private static async Task<List<StoredDocument>> WaitingAsync(StillMachine machine)
    {
        var waiting = new List<StoredDocument>();
        var due = machine.Get<DueRecords>().FindAsync(Queries.RegisterChangesDue, machine.Clock.GetUtcNow(), int.MaxValue, default);
        await foreach (var found in due)
            waiting.Add(found);
        return waiting;
    }

    private static async Task<List<DateTimeOffset>> DueAsync(StillMachine machine)
    {
        var due = new List<DateTimeOffset>();
        foreach (var key in Concerned)
            due.Add((await machine.Get<AssessmentSteps>().ReadAsync(key, default))!.State.InForce!.ReviewDue);
        return due;
    }

    private static async Task<int> CountAsync(StillMachine machine, AssessmentKey key)
    {
        var count = 0;
        await foreach (var (_, content) in machine.Get<Ledger>().HistoryAsync(AssessmentRecords.Kind, key.ToString(), 1, default))
            count += content.Event.GetProperty("type").GetString() == "reviewBroughtForward" ? 1 : 0;
        return count;
    }
}
