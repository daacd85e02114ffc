namespace OneToOne.CrashLoad;

/// <summary>A clock that runs as clocks do, from another moment: as if the process had been down until then.</summary>
internal sealed class ClockFrom(DateTimeOffset start) : TimeProvider
{
    private readonly long began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(began);
}
