using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneToOne.Functions.Tests.Hosting;
using OneToOne.Functions.Tests.Support;

namespace OneToOne.Functions.Tests.Timers;

/// <summary>A house without orchestrations, whose clock a test moves: whatever happens by itself, a timer trigger did.</summary>
public sealed class QuietHouse : IAsyncLifetime, IAsyncDisposable
{
    private readonly StillClock clock = new(new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero));
    private readonly Deployment site;

    public QuietHouse()
    {
        site = new(clock, Instances.Client);
        House = new(site);
    }

    internal Instances Instances { get; } = new();

    internal House House { get; }

    public async Task InitializeAsync()
    {
        await site.StartAsync();
        await House.FurnishAsync();
        Instances.Forget();
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => site.DisposeAsync();

    /// <summary>From now on no time that a machine is given suffices.</summary>
    internal void RunOutOfTime() => clock.RunsOut = true;

    internal void Pass(TimeSpan by) => clock.Now += by;

    /// <summary>Runs a timer's function once.</summary>
    internal async Task RunAsync<T>(Func<T, TimerInfo, Task> run)
    {
        site.Logs.Lines.Clear();
        await run(site.Function<T>(), new());
    }

    /// <summary>Whether the last run logged this.</summary>
    internal bool Logged(LogLevel level, string text) =>
        site.Logs.Lines.Any(line =>
            line.StartsWith($"{level} ", StringComparison.Ordinal) && line.Contains(text, StringComparison.Ordinal)
        );
}
