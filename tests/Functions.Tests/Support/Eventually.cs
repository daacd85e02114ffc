using System.Diagnostics;

namespace OneToOne.Functions.Tests.Support;

/// <summary>Waits for what another thread brings about. How long it takes proves nothing; that it never comes about fails the test.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    public static Task TrueAsync(Func<bool> holds, string what) =>
        GetAsync<object>(() => Task.FromResult<object?>(holds() ? true : null), what);

    public static Task<T> GetAsync<T>(Func<T?> read, string what)
        where T : class => GetAsync(() => Task.FromResult(read()), what);

    public static async Task<T> GetAsync<T>(Func<Task<T?>> read, string what)
        where T : class
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Longest; await Task.Delay(25))
            if (await read() is { } found)
                return found;
        throw new TimeoutException($"It never came about that {what}.");
    }
}
