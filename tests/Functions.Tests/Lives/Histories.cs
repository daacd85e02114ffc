using Microsoft.DurableTask.Client;
using OneToOne.Functions.Tests.Support;
using OneToOne.Standalone.Tests.Support;

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

    /// <summary>
    /// Waits until the orchestration waits for people alone and nothing of it is under way. A host in memory that is stopped loses what is: it
    /// has no locks that run out.
    /// </summary>
    public static async Task RestsAsync(this House house, string id)
    {
        var last = default(DateTimeOffset);
        await Eventually.GetAsync(
            async () =>
            {
                var before = last;
                last = (await house.Site.Durable.GetInstanceAsync(id))!.LastUpdatedAt;
                if (last == before)
                    return house;
                await Task.Delay(TimeSpan.FromSeconds(1));
                return null;
            },
            $"the orchestration of {id} rests"
        );
    }

    /// <summary>Waits until the orchestration says this as its status; in it stands nothing of a person.</summary>
    public static async Task SaysOfItselfAsync(this House house, string id, string text)
    {
        var says = await Eventually.GetAsync(
            async () =>
                await house.Site.Durable.GetInstanceAsync(id, getInputsAndOutputs: true) is { SerializedCustomStatus: { } status } found
                && status.Contains(text, StringComparison.Ordinal)
                    ? found
                    : null,
            $"the orchestration of {id} says {text}"
        );
        Assert.Equal($"\"{id}\"", says.SerializedInput);
        Assert.All(
            [.. Registered.Everybody.Select(p => p.Id.Value), Registered.Cleo.Id.Value, Registered.Cleo.Reference, "Lounge", "example.org"],
            personal => Assert.DoesNotContain(personal, says.SerializedCustomStatus!, StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>Whether the orchestration still waits.</summary>
    public static async Task<bool> IsRunningAsync(this House house, string id) =>
        await house.Site.Durable.GetInstanceAsync(id) is { RuntimeStatus: OrchestrationRuntimeStatus.Running };
}
