using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneToOne.Functions.Arrangements;

/// <summary>The orchestrations of arrangements, each under its arrangement's id.</summary>
internal static class ArrangementInstances
{
    // Said outright: left to itself, an engine may end one that runs and begin another in its place.
    private static readonly OrchestrationRuntimeStatus[] UnderWay =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>Starts the orchestration of an arrangement that is new or was over; if there is one, tells it of the change.</summary>
    public static async Task StartOrWakeAsync(this DurableTaskClient durable, string id, CancellationToken ct)
    {
        if (!await durable.TryStartAsync(id, ct))
            await durable.RaiseAsync(id, ct);
    }

    /// <summary>Tells the orchestration of an arrangement that it changed; one that is not there is started.</summary>
    public static async Task WakeOrStartAsync(this DurableTaskClient durable, string id, CancellationToken ct)
    {
        try
        {
            await durable.RaiseAsync(id, ct);
        }
        catch (RpcException)
        {
            // Not every engine says why it could not tell it.
            await durable.TryStartAsync(id, ct);
        }
    }

    /// <summary>Has an open arrangement watched again if it is not; otherwise tells its orchestration to look.</summary>
    /// <returns>Whether the orchestration was started again.</returns>
    public static async Task<bool> RestoreAsync(this DurableTaskClient durable, string id, CancellationToken ct)
    {
        if (await durable.GetInstanceAsync(id, ct) is null or { IsCompleted: true } && await durable.TryStartAsync(id, ct))
            return true;
        await durable.RaiseAsync(id, ct);
        return false;
    }

    private static Task RaiseAsync(this DurableTaskClient durable, string id, CancellationToken ct) =>
        durable.RaiseEventAsync(id, ArrangementOrchestration.Changed, cancellation: ct);

    // Somebody else may have started it since.
    private static async Task<bool> TryStartAsync(this DurableTaskClient durable, string id, CancellationToken ct)
    {
        try
        {
            var once = new StartOrchestrationOptions(id).WithDedupeStatuses(UnderWay);
            await durable.ScheduleNewOrchestrationInstanceAsync(nameof(ArrangementOrchestration), id, once, ct);
            return true;
        }
        catch (Exception e) when (e is OrchestrationAlreadyExistsException or RpcException { StatusCode: StatusCode.AlreadyExists })
        {
            return false;
        }
    }
}
