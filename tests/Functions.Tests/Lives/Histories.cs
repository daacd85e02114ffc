using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Functions.DueWork;
using OneToOne.Functions.Tests.Support;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Functions.Tests.Lives;

/// <summary>What the Durable host says of orchestrations.</summary>
internal static class Histories
{
    private static readonly string[] Personal =
    [
        .. Registered.Everybody.Select(p => p.Id.Value),
        Registered.Cleo.Id.Value,
        Registered.Cleo.Reference,
        "Lounge",
        "example.org",
    ];

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
        NamesNobody(says.SerializedCustomStatus!);
    }

    /// <summary>Holds that there were short orchestrations, and that they were told a sealed key and nothing else.</summary>
    public static async Task ShortOnesNameNobodyAsync(this House house)
    {
        var told = new List<string>();
        await foreach (var one in house.Site.Durable.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)))
            if (one.Name == nameof(DueRecordOrchestration))
                told.Add(one.SerializedInput!);
        var seal = house.Site.Services.GetRequiredService<DueRecordSeal>();
        Assert.NotEmpty(told);
        Assert.All(
            told,
            input =>
            {
                // A short name may stand in the cipher by chance.
                var member = Assert.Single(JsonDocument.Parse(input).RootElement.EnumerateObject());
                Assert.NotEmpty(seal.Open(new(member.Value.GetString()!)).Id);
            }
        );
    }

    private static void NamesNobody(string text) =>
        Assert.All(Personal, personal => Assert.DoesNotContain(personal, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the orchestration still waits.</summary>
    public static async Task<bool> IsRunningAsync(this House house, string id) =>
        await house.Site.Durable.GetInstanceAsync(id) is { RuntimeStatus: OrchestrationRuntimeStatus.Running };
}
