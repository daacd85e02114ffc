using Microsoft.DurableTask;
using OneToOne.Functions.Arrangements;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>The app's orchestrations as the Durable host in memory runs them, and what is done in place of its activities.</summary>
internal sealed record Tasks
{
    public required Func<string, Task<ArrangementStanding?>> Advance { get; init; }

    public required Func<string, Task> Deliver { get; init; }

    public Func<DueRecord, Task<bool>> WorkOff { get; init; } = _ => Task.FromResult(false);

    /// <summary>By what time orchestrations live; null is the host's own.</summary>
    public FastClock? Clock { get; init; }

    /// <summary>Registers each under its function's name.</summary>
    public void AddTo(DurableTaskRegistry registry)
    {
        registry.AddOrchestratorFunc<string>(
            nameof(ArrangementOrchestration),
            (context, id) => ArrangementOrchestration.RunAsync(Timed(context), id)
        );
        registry.AddOrchestratorFunc<DueRecord>(
            nameof(DueRecordOrchestration),
            (context, record) => DueRecordOrchestration.RunAsync(Timed(context), record)
        );
        registry.AddActivityFunc<string, ArrangementStanding?>(nameof(ArrangementActivities.AdvanceArrangement), (_, id) => Advance(id));
        registry.AddActivityFunc<string>(nameof(ArrangementActivities.DeliverArrangement), (_, id) => Deliver(id));
        registry.AddActivityFunc<DueRecord, bool>(nameof(DueRecordActivity.WorkOffDueRecord), (_, record) => WorkOff(record));
    }

    private TaskOrchestrationContext Timed(TaskOrchestrationContext context) => Clock is null ? context : new FastContext(context, Clock);
}
