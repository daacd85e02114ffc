namespace OneToOne.Functions.Tests.Hosting;

/// <summary>The product's clock where a test moves it. Timers of the framework run by the wall clock.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
