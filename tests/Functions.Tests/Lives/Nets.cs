using Microsoft.Azure.Functions.Worker;
using OneToOne.Functions.Tests.Support;
using OneToOne.Functions.Timers;

namespace OneToOne.Functions.Tests.Lives;

/// <summary>The timer of the safety net, which looks each minute of the product's clock.</summary>
internal static class Nets
{
    /// <summary>Lets it look again and again until something has come about.</summary>
    public static Task NetBringsAsync(this House house, Func<Task<bool>> came, string what) =>
        Eventually.GetAsync(
            async () =>
            {
                if (await came())
                    return house;
                await house.Site.Function<SafetyNetTimer>().RunAsync(new TimerInfo(), house.Site.Durable, CancellationToken.None);
                return null;
            },
            what
        );
}
