using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Arrangements;

/// <summary>
/// Keeps time for one arrangement, from the request to the end of its last message: has done what is due, waits for the next moment or for a
/// change, and looks again. It decides nothing: phase, open escalations and what it waits for are the record's, and are its status.
/// </summary>
public static class ArrangementOrchestration
{
    /// <summary>The event that says that the arrangement changed. It carries nothing.</summary>
    public const string Changed = nameof(Changed);

    private const int RoundsOfOneHistory = 50;

    /// <summary>Runs until the arrangement is over.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="id">The arrangement's id, which is also the instance's.</param>
    [Function(nameof(ArrangementOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string id)
    {
        // One waiter for all rounds: waiters are a stack, and one that was given up would still swallow an event.
        var changed = context.WaitForExternalEvent<object?>(Changed);
        var delivery = Task.CompletedTask;
        using var over = new CancellationTokenSource();
        for (var round = 1; round <= RoundsOfOneHistory || !delivery.IsCompleted; round++)
        {
            while (changed.IsCompleted)
                changed = context.WaitForExternalEvent<object?>(Changed);
            var standing = await context.CallActivityAsync<ArrangementStanding?>(
                nameof(ArrangementActivities.AdvanceArrangement),
                id,
                Retries.WhileTheStoreIsOut
            );
            context.SetCustomStatus(standing);
            if (standing is null or { IsOver: true })
            {
                // A delivery that rests would keep the instance running.
                over.Cancel();
                return;
            }
            // A delivery that takes long, or fails, does not stop the clock.
            if (delivery.IsCompleted && standing.MailAt <= context.CurrentUtcDateTime)
                delivery = context.DeliverAsync(id, over.Token);
            await context.UntilAsync(standing, changed, delivery);
        }
        context.ContinueAsNew(id);
    }
}
