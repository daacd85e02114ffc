using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Functions.Arrangements;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>The app's orchestrations and activities as the Durable host runs them, each under its function's name.</summary>
internal static class Tasks
{
    public static void AddFunctions(this DurableTaskRegistry registry, FastClock clock, Func<IServiceProvider> services, Trouble trouble)
    {
        registry.AddOrchestratorFunc<string>(
            nameof(ArrangementOrchestration),
            (context, id) => ArrangementOrchestration.RunAsync(new FastContext(context, clock), id)
        );
        registry.AddOrchestratorFunc<DueRecord>(
            nameof(DueRecordOrchestration),
            (context, record) => DueRecordOrchestration.RunAsync(new FastContext(context, clock), record)
        );
        registry.AddActivityFunc<string, ArrangementStanding?>(
            nameof(ArrangementActivities.AdvanceArrangement),
            async (_, id) =>
            {
                await trouble.Advancing(id);
                return await Make<ArrangementActivities>(services()).AdvanceArrangement(id, CancellationToken.None);
            }
        );
        registry.AddActivityFunc<string>(
            nameof(ArrangementActivities.DeliverArrangement),
            async (_, id) =>
            {
                await trouble.Delivering(id);
                await Make<ArrangementActivities>(services()).DeliverArrangement(id, CancellationToken.None);
            }
        );
        registry.AddActivityFunc<DueRecord, bool>(
            nameof(DueRecordActivity.WorkOffDueRecord),
            (_, record) =>
                Make<DueRecordActivity>(services())
                    .WorkOffDueRecord(record, services().GetRequiredService<DurableTaskClient>(), CancellationToken.None)
        );
    }

    private static T Make<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);
}

/// <summary>What goes wrong in an activity before it does anything.</summary>
internal sealed class Trouble
{
    public Func<string, Task> Advancing { get; set; } = _ => Task.CompletedTask;

    public Func<string, Task> Delivering { get; set; } = _ => Task.CompletedTask;
}
