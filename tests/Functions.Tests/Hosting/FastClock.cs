namespace OneToOne.Functions.Tests.Hosting;

/// <summary>
/// The product's clock where Durable timers run by the wall clock: it begins at a moment of a test's choice and runs so many times faster. What
/// a machine may take, such as the time given to a request, is not shortened: timers of the framework run by the wall clock.
/// </summary>
internal sealed class FastClock(DateTimeOffset start, int times) : TimeProvider
{
    private readonly DateTimeOffset began = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => FromWall(System.GetUtcNow());

    /// <summary>What this clock shows at a moment of the wall clock.</summary>
    public DateTimeOffset FromWall(DateTimeOffset wall) => start + ((wall - began) * times);

    /// <summary>The moment of the wall clock at which this one shows so much.</summary>
    public DateTimeOffset ToWall(DateTimeOffset moment) => began + ((moment - start) / times);
}
