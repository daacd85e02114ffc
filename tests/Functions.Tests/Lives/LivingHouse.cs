using OneToOne.Functions.Tests.Hosting;
using OneToOne.Functions.Tests.Support;

namespace OneToOne.Functions.Tests.Lives;

/// <summary>A house where nobody but the orchestrations keeps time, four minutes of it in every second of the wall clock.</summary>
public sealed class LivingHouse : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>A Sunday evening in winter, when London has no offset from UTC.</summary>
    private static readonly DateTimeOffset Evening = new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero);

    private readonly Deployment site = new(new FastClock(Evening, times: 240));

    internal House House => new(site);

    public Task InitializeAsync() => site.StartAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => site.DisposeAsync();
}
