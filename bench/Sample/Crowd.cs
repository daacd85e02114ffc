using OneToOne.Bench.Tools;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Bench.Sample;

/// <summary>
/// Very many arrangements of a hundred homes, approved in the last month and planned for the coming one, so evenly that one after the other
/// falls due: each worker is asked why they have not started.
/// </summary>
internal static class Crowd
{
    private const int Homes = 100;
    private const int Children = 20;
    private const int Days = 30;
    private static readonly DateTimeOffset Today = TimeProvider.System.GetUtcNow();
    private static readonly SampleHome[] All = [.. Enumerable.Range(0, Homes).Select(i => new SampleHome(i, 5, Children, Today))];

    // One arrangement of each child, approved by the rules; all others of the child differ from it by id and time.
    private static readonly Arrangement[] Approved =
    [
        .. Enumerable.Range(0, Homes * Children).Select(i => All[i % Homes].Approved(i / Homes, "a", Today.AddDays(3), Today)),
    ];

    /// <summary>The time from one falling due to the next.</summary>
    public static TimeSpan Apart { get; } = TimeSpan.FromDays(Days) / 1_000_000;

    public static string IdOf(int number) => $"a{number:D7}";

    public static SampleHome HomeOf(int number) => All[number % Homes];

    /// <summary>Fills a store; the first falls due at <paramref name="begin"/>.</summary>
    public static void Fill(DataFolder data, int count, DateTimeOffset begin)
    {
        using var store = new BulkStore(data.Store);
        foreach (var home in All)
            store.Add(home, begin.AddDays(-Days));
        for (var i = 0; i < count; i++)
        {
            var at = begin.AddDays(-2 - (i % Days));
            var state = Like(Approved[i % Approved.Length], IdOf(i), begin + (Apart * i) - Policy.Default.StartAsked, at);
            store.Add(state, at, Filling.WakeAt(state));
        }
    }

    private static Arrangement Like(Arrangement approved, string id, DateTimeOffset start, DateTimeOffset at)
    {
        var plan = approved.Plan with { Start = start };
        return approved with { Id = new(id), RequestedAt = at, Plan = plan, JudgedPlan = plan };
    }
}
