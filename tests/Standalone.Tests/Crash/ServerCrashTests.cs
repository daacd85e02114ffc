using System.Globalization;
using System.Text.Json;
using OneToOne.Domain.Policies;
using OneToOne.Service.Records;
using OneToOne.Service.Store;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Store;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;
using Xunit.Abstractions;

namespace OneToOne.Standalone.Tests.Crash;

[Trait("Store", "Own")]
public sealed class ServerCrashTests(OakHouse oak, ITestOutputHelper output) : IClassFixture<OakHouse>
{
    /// <summary>Between two lives enough time passes for every session of the former to be overdue.</summary>
    private static readonly TimeSpan Down = TimeSpan.FromMinutes(45);

    /// <summary>Lives follow each other through several nights, and a talk that nobody planned begins in each (G-17).</summary>
    private static readonly WorkingArrangement[] DayAndNight =
    [
        WorkingArrangement.Default with
        {
            Name = "from midnight on",
            From = TimeOnly.MinValue,
            Until = TimeOnly.MinValue,
        },
        WorkingArrangement.Default with
        {
            Name = "from noon on",
            From = new(12, 0),
            Until = new(12, 0),
        },
    ];

    private static readonly string[] CountedEvents = ["startedUnplanned", "checkedIn", "requested", "approvalGiven", "finished"];

    private readonly Asked asked = new();
    private Dictionary<string, string> tokens = [];

    [Fact]
    public async Task After_each_kill_nothing_answered_is_lost_nothing_is_done_twice_or_by_halves_and_what_fell_due_is_done()
    {
        await LeaveRegistersAsync();
        for (var life = 0; life < Rounds.Count; life++)
        {
            await LiveAsync(life, Random.Shared.Next(120));
            await VerifyAsync();
        }
        await LiveAsync(Rounds.Count, int.MaxValue);
        await LiveAsync(Rounds.Count + 1, int.MaxValue);
        await VerifyAsync();

        Assert.Empty(asked.Unanswered);
        Assert.Empty(Overdue);
        await CompareAsync();
        output.WriteLine($"{Rounds.Count} kills; {asked.Answered.Values.Sum()} answers, each done once and found.");
    }

    private IEnumerable<string> Overdue
    {
        get
        {
            var answered = asked.Answered.Keys;
            return answered
                .Where(a => a.Event == "startedUnplanned" && !answered.Contains((a.Arrangement, "finished")))
                .Select(a => a.Arrangement);
        }
    }

    /// <summary>Leaves a folder with the registers in it, and takes everybody's token along.</summary>
    private async Task LeaveRegistersAsync()
    {
        tokens = Registered.Everybody.ToDictionary(p => p.Id.Value, p => oak.Server.Token(p.Id.Value, [.. p.Roles]));
        var policy = (await oak.ServiceManager.GetAsync("/api/policy")).IsDone();
        (
            await oak.ServiceManager.PutAsync(
                "/api/policy",
                Registered.Adopted with
                {
                    WorkingArrangements = [.. DayAndNight],
                },
                policy.ETag
            )
        ).IsDone();
        await oak.Server.StopAsync();
    }

    /// <summary>One life of the server: killed after so many answers, or, in the last two, when all that is left is done.</summary>
    private async Task LiveAsync(int life, int answers)
    {
        var start = RunningServer.Evening + life * Down;
        using var child = new KilledProcess("server", oak.Server.Folder, start.ToString("O", CultureInfo.InvariantCulture));
        if (answers == 0)
        {
            child.Kill();
            return;
        }
        using var visit = new Visit(new Uri((await child.ReadLineAsync())!), tokens, asked, child.Kill, answers);
        var stories = new Stories(visit, oak.Keywork with { Start = start });
        string[] before = [.. Overdue];
        await Visit.UntilGoneAsync(asked.Unanswered.Select(visit.AskAsync));
        // What was begun just now, because the last life was killed over it, is not overdue yet.
        var stillOverdue = before.Intersect(Overdue).ToArray();
        await Visit.UntilGoneAsync(
            answers == int.MaxValue ? [stories.OverdueAsync(stillOverdue)] : [stories.SessionsAsync(stillOverdue), stories.RequestsAsync()]
        );
    }

    /// <summary>Every record ends where its history ends, and every history is one chain.</summary>
    private async Task VerifyAsync()
    {
        using var store = Open();
        var report = await new Verification(store).RunAsync([], default);
        Assert.Empty(report.Faults);
    }

    /// <summary>Each history tells of what was answered exactly as often as it was answered.</summary>
    private async Task CompareAsync()
    {
        using var store = Open();
        var told = new Dictionary<(string Arrangement, string Event), int>();
        await foreach (var (document, _) in new Verification(store).HeadsAsync(null, default))
            if (document.Key.Type == DocumentTypes.Arrangement)
                await foreach (var entry in store.EntriesAsync(document.Key.Partition, null, default))
                    Count((document.Key.Id, EventOf(entry)));

        Assert.Equal(Once(asked.Answered), Once(told));

        // To take on what one has taken on already is answered with yes and leaves no second trace, so it is not counted.
        static IEnumerable<KeyValuePair<(string, string), int>> Once(IReadOnlyDictionary<(string Arrangement, string Event), int> all) =>
            all.Where(count => CountedEvents.Contains(count.Key.Event)).OrderBy(count => count.Key);

        void Count((string, string) happened) => told[happened] = told.GetValueOrDefault(happened) + 1;
    }

    private static string EventOf(HistoryEntry entry) =>
        JsonSerializer.Deserialize<JsonElement>(entry.Content!).GetProperty("event").GetProperty("type").GetString()!;

    private SqliteDocumentStore Open() => SqliteDocumentStore.Open(DataFolder.Open(oak.Server.Folder).Store, StoreSchema.Product);
}
