using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker.Shims;
using OneToOne.Functions.Arrangements;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Tests.Arrangements;

/// <summary>
/// A newer app goes on with what an older one began: it replays the older history. Whoever must change this one to let a change of the
/// orchestration pass has to write a branch for instances of version 1.0 instead.
/// </summary>
public sealed class ReplayTests
{
    private const string Look = nameof(ArrangementActivities.AdvanceArrangement);
    private const string Deliver = nameof(ArrangementActivities.DeliverArrangement);

    private static readonly DateTime Begun = new(2026, 3, 1, 18, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Due = Begun.AddHours(1);
    private static readonly FailureDetails Bug = new("System.InvalidOperationException", "a bug", null, null, false);

    // A delivery, a change, a look and a delivery that fail, and a timer.
    private static readonly HistoryEvent[][] Version10 =
    [
        [Started("1.0"), new TaskScheduledEvent(0, Look)],
        [
            Looked(0, Standing.Waits() with { Until = Due, MailAt = Begun }),
            new TaskScheduledEvent(1, Deliver),
            new TimerCreatedEvent(2, Due),
        ],
        [new TaskCompletedEvent(-1, 1, null), new TaskScheduledEvent(3, Look)],
        [Looked(3, Standing.Waits() with { Until = Due }), new TimerCreatedEvent(4, Due)],
        [new EventRaisedEvent(-1, "null") { Name = ArrangementOrchestration.Changed }, new TaskScheduledEvent(5, Look)],
        [new TaskFailedEvent(-1, 5, null, null, Bug), new TaskScheduledEvent(6, Deliver), new TimerCreatedEvent(7, Due)],
        [new TaskFailedEvent(-1, 6, null, null, Bug)],
        [new TimerFiredEvent(-1, Due) { TimerId = 7 }, new TaskScheduledEvent(8, Look)],
    ];

    [Fact]
    public void A_history_of_version_1_0_is_replayed_and_goes_on_to_its_end()
    {
        var state = new OrchestrationRuntimeState([.. Version10.SelectMany(Episode)]);
        foreach (var e in Episode([Looked(8, Standing.Over)], Version10.Length).SkipLast(1))
            state.AddEvent(e);

        var done = new TaskOrchestrationExecutor(state, Orchestration(), BehaviorOnContinueAsNew.Carryover).Execute();

        var end = Assert.IsType<OrchestrationCompleteOrchestratorAction>(Assert.Single(done.Actions));
        Assert.True(end.OrchestrationStatus == OrchestrationStatus.Completed, end.FailureDetails?.ErrorMessage ?? end.Result);
    }

    private static IEnumerable<HistoryEvent> Episode(HistoryEvent[] events, int at) =>
        [
            new OrchestratorStartedEvent(-1) { Timestamp = Begun.AddMinutes(at) },
            .. events,
            new OrchestratorCompletedEvent(-1) { Timestamp = Begun.AddMinutes(at) },
        ];

    private static ExecutionStartedEvent Started(string version) =>
        new(-1, JsonDataConverter.Default.Serialize("a-1"))
        {
            Name = nameof(ArrangementOrchestration),
            Version = version,
            OrchestrationInstance = new() { InstanceId = "a-1", ExecutionId = "first" },
        };

    private static TaskCompletedEvent Looked(int task, ArrangementStanding standing) =>
        new(-1, task, JsonDataConverter.Default.Serialize(standing));

    private static TaskOrchestration Orchestration() =>
        DurableTaskShimFactory.Default.CreateOrchestration<string, object?>(
            nameof(ArrangementOrchestration),
            async (context, id) =>
            {
                await ArrangementOrchestration.RunAsync(context, id!);
                return null;
            }
        );
}
