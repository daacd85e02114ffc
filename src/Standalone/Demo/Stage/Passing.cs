using OneToOne.Standalone.Clock;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>Lets time pass from one due moment to the next, and has told what happened at each.</summary>
/// <param name="clock">The server's clock.</param>
/// <param name="narrator">Tells what happened.</param>
internal sealed class Passing(JumpingClock clock, Narrator narrator)
{
    /// <summary>Waits until all that follows from a step is done; no time passes.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        await clock.Quiet.WhenQuietAsync().WaitAsync(ct);
        await narrator.CatchUpAsync(ct);
    }

    /// <summary>Lets time pass up to a moment.</summary>
    public Task ToAsync(DateTimeOffset moment, CancellationToken ct) => UntilAsync(() => Task.FromResult(false), moment, ct);

    /// <summary>Lets time pass until something is so.</summary>
    /// <returns>Whether it came to be so; else it is the latest moment now.</returns>
    public async Task<bool> UntilAsync(Func<Task<bool>> met, DateTimeOffset latest, CancellationToken ct)
    {
        while (true)
        {
            await SettleAsync(ct);
            if (await met())
                return true;
            if (clock.GetUtcNow() >= latest)
                return false;
            clock.AdvanceTo(clock.NextDue is { } next && next < latest ? next : latest);
        }
    }
}
