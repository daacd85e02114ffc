using OneToOne.Service.Arrangements;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Store;
using Xunit.Abstractions;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>
/// A register change and a step that rests on it lie in different partitions and cannot commit together. Here each is let in before every
/// single call that the other makes to the store, on two hosts that share nothing else.
/// </summary>
[Trait("Store", "Own")]
public sealed class InterleavingTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    // Cases of different children share the store's commits, not their outcome.
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

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
    public Task A_register_changes_before_each_call_of_a_step_and_is_handed_on_at_once() =>
        EveryCaseAsync("change", ChangedDuringStepAsync);

    [Fact]
    public Task A_step_is_taken_before_each_call_of_a_register_change_and_its_handing_on() => EveryCaseAsync("step", StepDuringChangeAsync);

    private async Task EveryCaseAsync(string order, Func<Scene, Stage, Upset, int, Task<Interleaved>> play)
    {
        var pairs = Upset.All.SelectMany(upset => upset.Stages.Select(stage => (upset, stage)));
        var cases = 0;
        await Parallel.ForEachAsync(
            pairs,
            AtOnce,
            async (pair, _) =>
            {
                var (upset, stage) = pair;
                for (var n = 1; ; n++)
                {
                    var name = $"{order}-{upset}-{stage}-{n}";
                    using var scene = new Scene(temporary.Store, name, upset.AtWorkersHome);
                    await scene.RegisterAsync();
                    await stage.Before(scene);
                    var outcome = await play(scene, stage, upset, n);
                    if (!outcome.Struck)
                        return;
                    await scene.HandOnAsync(scene.Host);
                    await outcome.HoldsAsync(name, scene, stage, upset);
                    Interlocked.Increment(ref cases);
                }
            }
        );
        output.WriteLine($"{cases} interleavings");
        Assert.True(cases >= 300, $"Only {cases} interleavings were tried.");
    }

    private static async Task<Interleaved> ChangedDuringStepAsync(Scene scene, Stage stage, Upset upset, int n)
    {
        var store = new Interposed(
            scene.Store,
            n,
            async () =>
            {
                await upset.Change(scene, scene.Host);
                await scene.HandOnAsync(scene.Host);
            }
        );
        using var side = new Side(store, scene.Clock);
        var result = await stage.TakeAsync(scene, side);
        return new(store.Struck, result, KnewOfTheChange: !(store.FirstRead(upset.Document(scene)) < n));
    }

    private static async Task<Interleaved> StepDuringChangeAsync(Scene scene, Stage stage, Upset upset, int n)
    {
        StepResult? result = null;
        var store = new Interposed(scene.Store, n, async () => result = await stage.TakeAsync(scene, scene.Host));
        using var side = new Side(store, scene.Clock);
        await upset.Change(scene, side);
        await scene.HandOnAsync(side);
        return new(store.Struck, result, KnewOfTheChange: n > store.FirstWritten(upset.Document(scene)));
    }
}
