using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>What goes wrong, or otherwise than before, between the orchestrations and the product.</summary>
internal sealed class Trouble
{
    public Func<string, Task> Advancing { get; set; } = _ => Task.CompletedTask;

    public Func<string, Task> Delivering { get; set; } = _ => Task.CompletedTask;

    /// <summary>What a changed rule makes of where an arrangement stands.</summary>
    public Func<ArrangementStanding?, ArrangementStanding?> Judging { get; set; } = standing => standing;

    public bool WakeUpsAreLost { get; set; }
}

/// <summary>Wakes orchestrations unless that is lost.</summary>
internal sealed class LossyWakeUp(IWakeUp wakes, Trouble trouble) : IWakeUp
{
    public ValueTask WakeAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) =>
        trouble.WakeUpsAreLost ? ValueTask.CompletedTask : wakes.WakeAsync(record, dueAt, ct);

    public ValueTask WatchAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) =>
        trouble.WakeUpsAreLost ? ValueTask.CompletedTask : wakes.WatchAsync(record, dueAt, ct);
}
