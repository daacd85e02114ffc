using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Concerns;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Properties;
using OneToOne.Standalone.Tests.Store;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

/// <summary>
/// An event of an arrangement and the concern that it is lie in different partitions. Here the host dies before every single call to the
/// store, in the step and in opening the concern; another host goes on with what the store says.
/// </summary>
[Trait("Store", "Own")]
public sealed class ConcernCrashTests : IAsyncLifetime, IDisposable
{
    private static readonly ArrangementCommand Distress = new ArrangementCommand.ReportDistress("She wept");

    private static readonly DateTimeOffset Handover = RunningServer.Evening.AddDays(1);

    private readonly TemporaryStore temporary = new(StoreSchema.Product);

    public async Task InitializeAsync()
    {
        using var host = new Side(temporary.Store, TimeProvider.System);
        foreach (var person in new[] { Colin, Sam, Harriet, Sunil, Pat, Paula })
            Assert.True(await host.Writer.WriteAsync(person, Sunil.Id, null, default));
        Assert.True(await host.Writer.WriteAsync(Adopted, Sunil.Id, null, default));
        Assert.True(await host.Writer.WriteAsync(LateConcernTests.HandedOver(Handover), Sunil.Id, null, default));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Whenever_the_host_dies_in_the_step_there_is_the_event_with_its_concern_to_open_or_neither()
    {
        var n = 0;
        for (var struck = true; struck; )
        {
            using var scene = await StartedAsync($"step-{++n}");
            var store = DyingAt(n);
            await UntilItDiesAsync(async () =>
            {
                using var side = new Side(store, scene.Clock);
                await side.Arrangements.TakeAsync(new(scene.Id, Distress, scene.Worker.Id), default);
            });
            struck = store.Struck;

            var isReported = (await new PastEvents(scene.Host.Ledger).ReadAsync(scene.Id, default)).Any(e =>
                e.Event is ArrangementEvent.DistressReported
            );
            Assert.Equal(isReported ? 1 : 0, (await AroseAsync(scene)).Count);
        }
        Assert.True(n > 3, $"The step made {n} calls.");
    }

    [Fact]
    public async Task Whenever_the_host_dies_in_opening_it_the_next_one_opens_it_and_nobody_opens_it_twice()
    {
        var n = 0;
        for (var struck = true; struck; )
        {
            using var scene = await StartedAsync($"open-{++n}");
            await scene.DoneAsync(scene.Worker, Distress);
            var arose = Assert.Single(await AroseAsync(scene));
            var store = DyingAt(n);
            await UntilItDiesAsync(() => OpenAsync(scene, store, arose));
            struck = store.Struck;
            foreach (var left in await AroseAsync(scene))
                await OpenAsync(scene, temporary.Store, left);
            // Another host had read it before it was gone.
            await OpenAsync(scene, temporary.Store, arose);

            Assert.Empty(await AroseAsync(scene));
            var id = ConcernArose.Read(arose).Concern;
            var concern = (await scene.Host.Ledger.ReadAsync(ConcernRecords.Kind, id.Value, default))!;
            Assert.Equal((ConcernKind.Distress, scene.Id, "She wept"), (concern.State.Kind, concern.State.Source, concern.State.What));
            Assert.Equal(1, concern.Record.Count);
        }
        Assert.True(n > 3, $"Opening made {n} calls.");
    }

    [Fact]
    public async Task Opened_after_an_outage_it_is_told_to_those_on_duty_by_then_and_to_the_next_level()
    {
        using var scene = await StartedAsync("late");
        await scene.DoneAsync(scene.Worker, new ArrangementCommand.Finish());
        var record = OakHouse.GoodRecord with { SexualFeelings = SexualFeelingsDeclaration.Unsure };
        await scene.DoneAsync(scene.Worker, new ArrangementCommand.RecordCloseOut(record));
        var arose = Assert.Single(await AroseAsync(scene));
        scene.Clock.AdvanceTo(Handover);

        await OpenAsync(scene, temporary.Store, arose);
        using var cache = new RecordCache(temporary.Store);
        var steps = new ConcernSteps(scene.Host.Ledger, temporary.Store, new(cache), scene.Clock, scene.Host);
        await steps.AdvanceAsync(ConcernArose.Read(arose).Concern, default);

        var waiting = (await steps.ReadAsync(ConcernArose.Read(arose).Concern, default))!.Record.Outbox;
        Assert.Equal([LateConcernTests.Helen.Id, Sunil.Id], waiting.Select(m => m.Message.To));
    }

    private async Task<Scene> StartedAsync(string name)
    {
        var scene = new Scene(temporary.Store, name, atWorkersHome: false);
        await scene.RegisterAsync();
        await Stage.StartOnTime.Before(scene);
        await scene.DoneAsync(scene.Worker, Stage.Start);
        return scene;
    }

    private Interposed DyingAt(int call) => new(temporary.Store, call, () => throw new HostDiedException());

    private static async Task UntilItDiesAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (HostDiedException) { }
    }

    private async Task<List<StoredDocument>> AroseAsync(Scene scene)
    {
        var due = await temporary.Store.QueryAsync(new DocumentQuery(Queries.ConcernsAroseDue) { Limit = 1000 }, default);
        return [.. due.Documents.Where(d => ConcernArose.Read(d).Arrangement == scene.Id)];
    }

    private static async Task OpenAsync(Scene scene, IDocumentStore store, StoredDocument arose)
    {
        using var cache = new RecordCache(store);
        using var host = new Side(store, scene.Clock);
        var (ledger, registers) = (new Ledger(store), new ConcernRegisters(cache));
        var book = new ConcernBook(ledger, registers, scene.Clock, host);
        await new ConcernsArisen(book, ledger, registers, store, scene.Clock).OpenAsync(arose, default);
    }

    private sealed class HostDiedException : Exception;
}
