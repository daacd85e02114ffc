using Microsoft.DurableTask.Client;
using OneToOne.Functions.Tests.Support;

namespace OneToOne.Functions.Tests.Lives;

/// <summary>What the Durable host says of an arrangement's orchestration.</summary>
internal static class Histories
{
    /// <summary>Waits until the orchestration has ended by itself.</summary>
    public static Task EndsAsync(this House house, string id) =>
        Eventually.GetAsync(
            async () =>
                await house.Site.Durable.GetInstanceAsync(id) is { RuntimeStatus: OrchestrationRuntimeStatus.Completed } ended
                    ? ended
                    : null,
            $"the orchestration of {id} completes"
        );

    /// <summary>Whether the orchestration still waits.</summary>
    public static async Task<bool> IsRunningAsync(this House house, string id) =>
        await house.Site.Durable.GetInstanceAsync(id) is { RuntimeStatus: OrchestrationRuntimeStatus.Running };
}
