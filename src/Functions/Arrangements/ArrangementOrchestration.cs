using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Arrangements;

/// <summary>
/// Keeps time for one arrangement, from the request to the end of its last message: has done what is due, waits for the next moment or for a
/// change, and looks again. It decides nothing: phase, open escalations and what it waits for are the record's, and are its status.
/// </summary>
/// <remarks>
/// A newer app replays the histories of older instances by its own code (<c>versionMatchStrategy</c> in host.json). So whoever changes in which
/// order this calls activities, sets timers or waits for events keeps the old order in a branch of <see cref="TaskOrchestrationContext.Version"/>,
/// and raises <c>defaultVersion</c>. What the activities do may change freely.
/// </remarks>
public static partial class ArrangementOrchestration
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
        var deliveries = new ArrangementDeliveries(context, id);
        var pause = new ArrangementPause(context);
        for (var round = 1; round <= RoundsOfOneHistory || deliveries.AreUnderWay; round++)
        {
            while (changed.IsCompleted)
                changed = context.WaitForExternalEvent<object?>(Changed);
            var standing = await context.LookAsync(id);
            // It ends with nothing under way, or it would seem to run for as long as that does, and hear of nothing.
            if (standing is { IsOver: true } && !deliveries.AreUnderWay)
                return;
            // A delivery that takes long, or fails, does not stop the clock; a look that fails stops no delivery.
            deliveries.Begin(standing);
            await pause.UntilAsync(standing, changed, deliveries);
        }
        context.ContinueAsNew(id);
    }

    // Null when it could not be seen, which ends nothing: it is looked at again.
    private static async Task<ArrangementStanding?> LookAsync(this TaskOrchestrationContext context, string id)
    {
        try
        {
            var look = nameof(ArrangementActivities.AdvanceArrangement);
            var standing = await context.CallActivityAsync<ArrangementStanding?>(look, id, Retries.WhileTheStoreIsOut);
            context.SetCustomStatus(standing);
            return standing ?? Nowhere;
        }
        catch (TaskFailedException e)
        {
            NotAdvanced(context.CreateReplaySafeLogger(nameof(ArrangementOrchestration)), id, e.FailureDetails.ErrorType);
            return null;
        }
    }

    private static readonly ArrangementStanding Nowhere = new("", [], null, null, null, IsOver: true);

    [LoggerMessage(
        1020,
        LogLevel.Error,
        "What is due for arrangement {Id} could not be done ({Failure}); it is tried again",
        EventName = "ArrangementStuck"
    )]
    private static partial void NotAdvanced(ILogger log, string id, string failure);
}
