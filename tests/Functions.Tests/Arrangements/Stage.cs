using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneToOne.Functions.Arrangements;
using OneToOne.Functions.Tests.Hosting;
using OneToOne.Functions.Tests.Support;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Tests.Arrangements;

/// <summary>
/// The orchestration alone on the Durable host in memory, by the wall clock: a test says where each arrangement stands and how its deliveries
/// go, and reads how often anybody looked.
/// </summary>
public sealed class Stage : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Arrangement> arrangements = new();
    private IHost? host;

    /// <summary>By what time orchestrations live; null is the wall clock.</summary>
    internal FastClock? Clock { get; init; }

    internal DurableTaskClient Durable => host!.Services.GetRequiredService<DurableTaskClient>();

    public async Task InitializeAsync()
    {
        var tasks = new Tasks
        {
            Clock = Clock,
            Advance = id => arrangements[id].LookAsync(),
            Deliver = id => arrangements[id].DeliverAsync(),
        };
        host = new HostBuilder()
            .ConfigureServices(services => services.AddInMemoryDurableTask(tasks.AddTo, new() { Port = Ports.Free() }))
            .Build();
        await host.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await host!.StopAsync();
        host.Dispose();
    }

    /// <summary>An arrangement, whose orchestration is not started.</summary>
    internal Arrangement Arrange(Func<int, ArrangementStanding?> looks) => Arrange(look => Task.FromResult(looks(look)));

    internal Arrangement Arrange(Func<int, Task<ArrangementStanding?>> looks)
    {
        var id = $"a-{Guid.NewGuid():N}";
        return arrangements[id] = new(this, id, looks);
    }

    /// <summary>Waits for a phase of the Durable instance, and reads it with what it says of itself.</summary>
    internal Task<OrchestrationMetadata> IsAsync(string id, OrchestrationRuntimeStatus status) =>
        Eventually.GetAsync(
            async () =>
                await Durable.GetInstanceAsync(id, getInputsAndOutputs: true) is { } found && found.RuntimeStatus == status ? found : null,
            $"the orchestration is {status}"
        );

    /// <summary>An arrangement as its orchestration knows it.</summary>
    internal sealed class Arrangement(Stage stage, string id, Func<int, Task<ArrangementStanding?>> looks)
    {
        private int looked;
        private int delivered;

        public string Id => id;

        /// <summary>How often anybody asked where it stands.</summary>
        public int Looked => Volatile.Read(ref looked);

        /// <summary>How many deliveries came to their end.</summary>
        public int Delivered => Volatile.Read(ref delivered);

        /// <summary>What a delivery does.</summary>
        public Func<Task> Delivers { get; set; } = () => Task.CompletedTask;

        public Task StartAsync() => stage.Durable.StartOrWakeAsync(id, CancellationToken.None);

        public Task WakeAsync() => stage.Durable.WakeOrStartAsync(id, CancellationToken.None);

        public Task LookedAsync(int times) => Eventually.TrueAsync(() => Looked >= times, $"somebody looked {times} times");

        public Task<OrchestrationMetadata> IsAsync(OrchestrationRuntimeStatus status) => stage.IsAsync(id, status);

        public Task<ArrangementStanding?> LookAsync() => looks(Interlocked.Increment(ref looked));

        public async Task DeliverAsync()
        {
            await Delivers();
            Interlocked.Increment(ref delivered);
        }
    }
}

/// <summary>Where an arrangement may stand.</summary>
internal static class Standing
{
    /// <summary>Nothing happens to it any more.</summary>
    public static ArrangementStanding Over => new("closed", [], null, null, null, IsOver: true);

    /// <summary>Something is due so long from now; null waits for people alone.</summary>
    public static ArrangementStanding Waits(TimeSpan? until = null, TimeSpan? mail = null) =>
        new("approved", [], "askToStart", TimeProvider.System.GetUtcNow() + until, TimeProvider.System.GetUtcNow() + mail, IsOver: false);
}
