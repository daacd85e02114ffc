using System.Collections.Concurrent;
using System.Diagnostics;
using OneToOne.Bench.Sample;
using OneToOne.Bench.Tools;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Identity;

namespace OneToOne.Bench.Parts;

/// <summary>
/// Approvals through HTTP against the real server, each of an arrangement of its own and with an Idempotency-Key, beside what raw SQLite
/// does on the same disk. Such an approval updates the arrangement and inserts its history entry and the kept answer: the shape of the raw
/// transaction. Raw and server take turns, because a busy machine does not stay as fast as it was.
/// </summary>
internal static class Approvals
{
    private const int Turns = 5;
    private const int Clients = 32;
    private const int Prepared = 80_000;
    private static readonly TimeSpan EachFor = TimeSpan.FromSeconds(1.5);

    // Until the runtime has compiled the hot code for good.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(Report report)
    {
        using var scratch = new Scratch();
        var data = DataFolder.Open(scratch.In("data"));
        var now = TimeProvider.System.GetUtcNow();
        var requests = new ConcurrentQueue<byte[]>(Prepare(data, new SampleHome(0, 5, 20, now), now));
        using var raw = new RawSqlite(scratch.In("raw.db"));
        using var server = ServerProcess.Start(data.Path);

        raw.CommandsPerSecond(1, EachFor);
        await LoadAsync(server, Clients, requests, WarmUp);
        var turns = new List<Turn>();
        for (var i = 0; i < Turns; i++)
            turns.Add(
                new(
                    raw.CommandsPerSecond(1, EachFor),
                    raw.CommandsPerSecond(16, EachFor),
                    await LoadAsync(server, 1, requests, EachFor),
                    await LoadAsync(server, Clients, requests, EachFor)
                )
            );
        foreach (var turn in turns)
            report.Say($"raw {turn.Raw:0}/s, 16 a transaction {turn.RawSixteen:0}/s; approvals {turn.One}; {Clients} clients {turn.Many}");
        report.AtLeast("approvals, 1 client", Spread.Median([.. turns.Select(t => t.One.PerSecond / t.Raw)]), 0.3, "× raw SQLite");
        report.AtLeast(
            $"approvals, {Clients} clients",
            Spread.Median([.. turns.Select(t => t.Many.PerSecond / t.Raw)]),
            0.8,
            "× raw SQLite"
        );
    }

    private sealed record Turn(double Raw, double RawSixteen, Rate One, Rate Many);

    /// <summary>How fast requests were answered, and what each took of the processor in the server.</summary>
    private sealed record Rate(double PerSecond, double ProcessorMicroseconds)
    {
        public override string ToString() =>
            FormattableString.Invariant($"{PerSecond:0}/s ({ProcessorMicroseconds:0} µs of processor each)");
    }

    private static byte[][] Prepare(DataFolder data, SampleHome home, DateTimeOffset now)
    {
        var token = LocalKeyFile.Open(data).Issue(home.Manager.Id, [Role.HomesManager], now, TimeSpan.FromHours(1));
        var requests = new byte[Prepared][];
        using var store = new BulkStore(data.Store);
        store.Add(home, now);
        for (var i = 0; i < Prepared; i++)
        {
            var id = $"a{i}";
            var events = home.Requested(i % home.Children.Length, id, now.AddDays(4).AddMinutes(i), now);
            store.Add(events, now);
            var digest = events.OfType<ArrangementEvent.ApprovalAsked>().Single().Round.Digest;
            requests[i] = Connection.Post(
                $"/api/arrangements/{id}/approvals",
                token,
                $$"""{"digest":"{{digest}}","reasonClear":true}""",
                id
            );
        }
        return requests;
    }

    private static async Task<Rate> LoadAsync(ServerProcess server, int clients, ConcurrentQueue<byte[]> requests, TimeSpan over)
    {
        var (used, started, count) = (server.ProcessorTime, Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(ClientAsync)));
        return new(count / Stopwatch.GetElapsedTime(started).TotalSeconds, (server.ProcessorTime - used).TotalMicroseconds / count);

        async Task ClientAsync()
        {
            using var connection = new Connection(server.Address);
            while (Stopwatch.GetElapsedTime(started) < over && requests.TryDequeue(out var request))
            {
                await connection.SendAsync(request);
                Interlocked.Increment(ref count);
            }
        }
    }
}
