using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace OneToOne.Functions.DueWork;

/// <summary>Works off one record that is due now and has no orchestration of its own: a register change page by page, the mail of a concern or a drill, the first records of a disposal run.</summary>
public static class DueRecordOrchestration
{
    private const int PagesOfOneHistory = 100;

    /// <summary>Runs until nothing of it is due now; what becomes due later, the timers find.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="record">The record.</param>
    [Function(nameof(DueRecordOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, DueRecord record)
    {
        for (var page = 1; page <= PagesOfOneHistory; page++)
            if (!await context.CallActivityAsync<bool>(nameof(DueRecordActivity.WorkOffDueRecord), record, Retries.WhileTheStoreIsOut))
                return;
        context.ContinueAsNew(record);
    }
}
