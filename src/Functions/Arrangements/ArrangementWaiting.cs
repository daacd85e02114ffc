using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Arrangements;

/// <summary>What an arrangement's orchestration does between two looks.</summary>
internal static partial class ArrangementWaiting
{
    // What is still due after a look is due by another machine's clock, or could not be done: not again at once.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    // Azure Storage's timers lose the fraction of a second and come up to one early; by then nothing is due, and it would be looked for in vain
    // until it is.
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>Waits for the next moment, a change, or the end of a delivery, whichever comes first.</summary>
    public static async Task UntilAsync(this TaskOrchestrationContext context, ArrangementStanding standing, Task changed, Task delivery)
    {
        List<Task> first = delivery.IsCompleted ? [changed] : [changed, delivery];
        using var over = new CancellationTokenSource();
        if ((delivery.IsCompleted ? Earlier(standing.Until, standing.MailAt) : standing.Until) is { } due)
            first.Add(context.CreateTimer(context.NotBefore(due), over.Token));
        await Task.WhenAny(first);
        // A timer that lost would keep the instance running.
        over.Cancel();
    }

    /// <summary>Delivers what is due. When that fails, it rests before anybody tries again.</summary>
    public static async Task DeliverAsync(this TaskOrchestrationContext context, string id, CancellationToken over)
    {
        try
        {
            await context.CallActivityAsync(nameof(ArrangementActivities.DeliverArrangement), id, Retries.WhileTheStoreIsOut);
        }
        catch (TaskFailedException e)
        {
            NotDelivered(context.CreateReplaySafeLogger(nameof(ArrangementOrchestration)), id, e.FailureDetails.ErrorType);
            await context.CreateTimer(AfterFailure, over);
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;

    private static DateTime NotBefore(this TaskOrchestrationContext context, DateTimeOffset due) =>
        due > context.CurrentUtcDateTime ? due.UtcDateTime + Early : context.CurrentUtcDateTime + LookAgain;

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages of arrangement {Id} could not be delivered ({Failure}); it is tried again")]
    private static partial void NotDelivered(ILogger log, string id, string failure);
}
