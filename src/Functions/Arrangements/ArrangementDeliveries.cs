using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Arrangements;

/// <summary>
/// The deliveries that an arrangement's orchestration has begun. One that hangs or failed keeps back no message that is newer: a claim in the
/// store sees to it that none goes out twice. What was tried in vain rests.
/// </summary>
internal sealed partial class ArrangementDeliveries(TaskOrchestrationContext context, string id)
{
    // What is still due after a delivery is due by another machine's clock.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private readonly List<Task> underWay = [];
    private (DateTimeOffset? Due, string Escalations) last;
    private DateTimeOffset rests;

    /// <summary>Those under way.</summary>
    public IEnumerable<Task> UnderWay => underWay.Where(delivery => !delivery.IsCompleted);

    /// <summary>Whether any is under way.</summary>
    public bool AreUnderWay => UnderWay.Any();

    private DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    /// <summary>Begins one if something is due that none was begun for, or that one was begun for in vain, a while ago.</summary>
    public void Begin(ArrangementStanding? standing)
    {
        var what = (standing?.MailAt, string.Join(',', standing?.Escalations ?? []));
        var isDue = standing is null || standing.MailAt <= Now;
        if (!isDue || (what == last && (AreUnderWay || rests > Now)))
            return;
        last = what;
        underWay.RemoveAll(delivery => delivery.IsCompleted);
        underWay.Add(DeliverAsync());
    }

    /// <summary>When to look whether something is to be delivered; null when that will be seen by the end of one that is under way.</summary>
    public DateTimeOffset? NextAt(ArrangementStanding standing) =>
        standing.MailAt is not { } due ? null
        : due > Now ? due
        : AreUnderWay ? null
        : rests;

    private async Task DeliverAsync()
    {
        try
        {
            await context.CallActivityAsync(nameof(ArrangementActivities.DeliverArrangement), id, Retries.WhileTheStoreIsOut);
            rests = Now + Again;
        }
        catch (TaskFailedException e)
        {
            NotDelivered(context.CreateReplaySafeLogger(nameof(ArrangementOrchestration)), id, e.FailureDetails.ErrorType);
            rests = Now + AfterFailure;
        }
    }

    [LoggerMessage(
        1021,
        LogLevel.Error,
        "Messages of arrangement {Id} could not be delivered ({Failure}); it is tried again",
        EventName = "ArrangementStuck"
    )]
    private static partial void NotDelivered(ILogger log, string id, string failure);
}
