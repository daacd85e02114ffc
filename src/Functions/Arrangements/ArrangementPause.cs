using Microsoft.DurableTask;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Arrangements;

/// <summary>How long an arrangement's orchestration waits between two looks.</summary>
internal sealed class ArrangementPause(TaskOrchestrationContext context)
{
    // Azure Storage's timers lose the fraction of a second and come up to one early; by then nothing is due, and it would be looked for in vain
    // until it is.
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    // What has just fallen due and was not done is due by another machine's clock; what fell due before that cannot be done.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    /// <summary>
    /// Waits for the next moment, a change, or the end of a delivery, whichever comes first; after a look that failed (no standing) for a minute
    /// or a change.
    /// </summary>
    public async Task UntilAsync(ArrangementStanding? standing, Task changed, ArrangementDeliveries deliveries)
    {
        List<Task> first = standing is null ? [changed] : [changed, .. deliveries.UnderWay];
        using var over = new CancellationTokenSource();
        if (Next(standing, deliveries) is { } moment)
            first.Add(context.CreateTimer(moment.UtcDateTime, over.Token));
        await Task.WhenAny(first);
        // A timer that lost would keep the instance running.
        over.Cancel();
    }

    private DateTimeOffset? Next(ArrangementStanding? standing, ArrangementDeliveries deliveries)
    {
        if (standing is null)
            return Now + Later;
        var (due, mail) = (NotBefore(standing.Until), NotBefore(deliveries.NextAt(standing)));
        return due < mail || mail is null ? due : mail;
    }

    private DateTimeOffset? NotBefore(DateTimeOffset? due) =>
        due > Now ? due + Early
        : due > Now - Apart ? Now + Soon
        : due is null ? null
        : Now + Later;
}
