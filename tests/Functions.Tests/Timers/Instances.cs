using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;
using OneToOne.Functions.Arrangements;

namespace OneToOne.Functions.Tests.Timers;

/// <summary>A Durable client whose instances a test makes up; it keeps what it is asked to do.</summary>
internal sealed class Instances
{
    private readonly Mock<DurableTaskClient> client = new("test") { CallBase = true };
    private readonly Dictionary<string, OrchestrationMetadata> known = [];

    public Instances()
    {
        client
            .Setup(c => c.GetInstanceAsync(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()))
            .Returns((string id, bool _, CancellationToken _) => Task.FromResult(known.GetValueOrDefault(id)));
        client
            .Setup(c =>
                c.ScheduleNewOrchestrationInstanceAsync(
                    It.IsAny<TaskName>(),
                    It.IsAny<object?>(),
                    It.IsAny<StartOrchestrationOptions?>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Returns(
                (TaskName name, object? _, StartOrchestrationOptions? options, CancellationToken ct) =>
                    DoAsync(Started, options?.InstanceId ?? name.Name, ct)
            );
        client
            .Setup(c => c.RaiseEventAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<object?>(), It.IsAny<CancellationToken>()))
            .Returns((string id, string _, object? _, CancellationToken ct) => DoAsync(Told, id, ct));
        client.Setup(c => c.GetAllInstancesAsync(It.IsAny<OrchestrationQuery?>())).Returns((OrchestrationQuery? query) => Find(query!));
        client
            .Setup(c => c.PurgeInstanceAsync(It.IsAny<string>(), It.IsAny<PurgeInstanceOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(
                async (string id, PurgeInstanceOptions? _, CancellationToken ct) =>
                {
                    await DoAsync(Purged, id, ct);
                    return new PurgeResult(1);
                }
            );
    }

    public DurableTaskClient Client => client.Object;

    public List<string> Started { get; } = [];

    public List<string> Told { get; } = [];

    public List<string> Purged { get; } = [];

    /// <summary>What happens to a request about an instance before it is done.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>When the engine answers.</summary>
    public Task Answers { get; set; } = Task.CompletedTask;

    /// <summary>Lets an instance be known, begun a day before it was last touched.</summary>
    public void Are(string id, OrchestrationRuntimeStatus status, DateTimeOffset? touched = null, string? name = null) =>
        known[id] = new(name ?? nameof(ArrangementOrchestration), id)
        {
            RuntimeStatus = status,
            CreatedAt = (touched ?? DateTimeOffset.UnixEpoch).AddDays(-1),
            LastUpdatedAt = touched ?? DateTimeOffset.UnixEpoch,
        };

    public void Forget()
    {
        Started.Clear();
        Told.Clear();
        Purged.Clear();
    }

    private async Task<string> DoAsync(List<string> done, string id, CancellationToken ct)
    {
        await Task.Yield();
        await Answers;
        Before(id);
        ct.ThrowIfCancellationRequested();
        lock (done)
            done.Add(id);
        return id;
    }

    private AsyncPageable<OrchestrationMetadata> Find(OrchestrationQuery query) =>
        Pageable.Create<OrchestrationMetadata>(
            (_, _) =>
                Task.FromResult(
                    new Page<OrchestrationMetadata>([
                        .. known.Values.Where(i =>
                            query.Statuses!.Contains(i.RuntimeStatus) && i.CreatedAt <= (query.CreatedTo ?? DateTimeOffset.MaxValue)
                        ),
                    ])
                )
        );
}
