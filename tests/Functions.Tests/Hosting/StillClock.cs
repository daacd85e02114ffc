namespace OneToOne.Functions.Tests.Hosting;

/// <summary>The product's clock where a test moves it. Timers of the framework run by the wall clock.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>Whether any time that somebody is given has run out already.</summary>
    public bool RunsOut { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, RunsOut ? TimeSpan.Zero : dueTime, period);
}
