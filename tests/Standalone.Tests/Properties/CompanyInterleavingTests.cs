using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Store;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>
/// The arrangement of another child who is to be there is taken back before each call to the store of a start that rests on it. Whatever is
/// not approved for every child does not start, or it is said at once.
/// </summary>
[Trait("Store", "Own")]
public sealed class CompanyInterleavingTests : IAsyncLifetime, IDisposable
{
    private static readonly ArrangementCommand.Withdraw TakenBack = new("She does not want it any more");

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
    public async Task What_is_taken_back_for_another_child_before_the_start_is_on_disk_stops_it_or_is_said()
    {
        var (started, refused) = (0, 0);
        for (var n = 1; ; n++)
        {
            using var scene = new Scene(temporary.Store, $"company-{n}", atWorkersHome: false);
            var theirs = await OtherChild.ApprovedAsync(scene, together: true);
            var store = new Interposed(scene.Store, n, () => scene.DoneAsync(theirs, Colin, TakenBack));
            using var side = new Side(store, scene.Clock);
            await side.Arrangements.TakeAsync(new(scene.Id, Stage.Start, scene.Worker.Id), default);
            if (!store.Struck)
                break;
            var after = (await scene.Host.Arrangements.ReadAsync(scene.Id, default))!.State;
            if (after.Phase is not Phase.Active { Session: var session })
                refused++;
            else if (n <= store.FirstWritten(ArrangementRecords.Kind.KeyOf(scene.Id.Value)))
            {
                Assert.True(session.ExtensionBarred is not null, $"Call {n}: it began, and nobody was told.");
                started++;
            }
        }
        Assert.True(started > 0 && refused > 0, $"{started} began, {refused} did not.");
    }
}
