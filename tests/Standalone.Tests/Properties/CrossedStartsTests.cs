using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Store;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>
/// One worker is started with two children by two hosts at the same moment: neither start knows of the other before it is on disk. The host
/// of the later one then dies before each of its calls to the store.
/// </summary>
[Trait("Store", "Own")]
public sealed class CrossedStartsTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryStore temporary = new(StoreSchema.Product);

    public async Task InitializeAsync()
    {
        using var host = new Side(temporary.Store, TimeProvider.System);
        foreach (var person in new[] { Colin, Sam, Harriet, Sunil, Pat, Paula })
            Assert.True(await host.Writer.WriteAsync(person, Sunil.Id, null, default));
        Assert.True(await host.Writer.WriteAsync(Adopted, Sunil.Id, null, default));
        Assert.True(await host.Writer.WriteAsync(Oaks, Sunil.Id, null, default));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Wherever_the_host_of_a_crossed_start_dies_one_of_the_two_is_over_once_its_clock_has_looked()
    {
        var commit = await CommitOfAStartAsync();
        var deaths = 0;
        for (var n = commit + 1; ; n++)
        {
            using var scene = new Scene(temporary.Store, $"crossed-{n}", atWorkersHome: false);
            var theirs = await OtherChild.ApprovedAsync(scene, together: false);
            var other = new Interposed(scene.Store, commit, () => scene.DoneAsync(theirs, scene.Worker, Stage.Start));
            var dying = new Interposed(other, n, () => throw new StoreUnavailableException("The host has died."));
            using var side = new Side(dying, scene.Clock);
            try
            {
                var result = await Stage.StartEarly.TakeAsync(scene, side);
                Assert.Equal("company", Assert.Single(Assert.IsType<StepResult.Refused>(result).Findings).Id);
            }
            catch (StoreUnavailableException)
            {
                deaths++;
                Assert.Equal(2, await AreActiveAsync(scene, theirs));
                await ItsClockLooksAsync(scene);
            }
            Assert.Equal(1, await AreActiveAsync(scene, theirs));
            await ItIsAConcernAsync(scene);
            if (!dying.Struck)
                break;
        }
        Assert.NotEqual(0, deaths);
    }

    private async Task<int> CommitOfAStartAsync()
    {
        using var scene = new Scene(temporary.Store, "uncrossed", atWorkersHome: false);
        await OtherChild.ApprovedAsync(scene, together: false);
        var counted = new Interposed(scene.Store, int.MaxValue, () => Task.CompletedTask);
        using var side = new Side(counted, scene.Clock);
        Assert.IsType<StepResult.Done>(await Stage.StartEarly.TakeAsync(scene, side));
        return counted.FirstWritten(ArrangementRecords.Kind.KeyOf(scene.Id.Value))!.Value;
    }

    private static async Task<int> AreActiveAsync(Scene scene, ArrangementId theirs)
    {
        var states = new[] { scene.Id, theirs }.Select(async id => (await scene.Host.Arrangements.ReadAsync(id, default))!.State);
        return (await Task.WhenAll(states)).Count(state => state.Phase is Phase.Active);
    }

    private static async Task ItsClockLooksAsync(Scene scene)
    {
        var state = (await scene.Host.Arrangements.ReadAsync(scene.Id, default))!.State;
        scene.Clock.AdvanceTo(ArrangementClock.WakeAt(state, Adopted)!.Value);
        await scene.Host.Arrangements.AdvanceAsync(scene.Id, default);
    }

    private static async Task ItIsAConcernAsync(Scene scene)
    {
        var past = await new PastEvents(scene.Host.Ledger).ReadAsync(scene.Id, default);
        Assert.Contains(past, e => e.Event is ArrangementEvent.ConcernRaised { DutyId: "company" });
    }
}
