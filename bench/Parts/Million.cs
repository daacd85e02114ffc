using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Bench.Sample;
using OneToOne.Bench.Tools;
using OneToOne.Domain.People;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Identity;

namespace OneToOne.Bench.Parts;

/// <summary>
/// A store of a million open arrangements beside one of a thousand: what a step of the clock with ten due costs in each, and what the
/// server holds in memory over the large one.
/// </summary>
internal static class Million
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int DueAtOnce = 10;
    private const int Steps = 25;
    private const int Reads = 3_000;

    public static async Task RunAsync(Report report)
    {
        using var scratch = new Scratch();
        var begin = TimeProvider.System.GetUtcNow();
        var (few, many) = (DataFolder.Open(scratch.In("few")), DataFolder.Open(scratch.In("many")));
        Crowd.Fill(few, Few, begin);
        Crowd.Fill(many, Many, begin);
        var seconds = (TimeProvider.System.GetUtcNow() - begin).TotalSeconds;
        report.Say($"loaded {Few} and {Many} open arrangements in {seconds:0} s; {new FileInfo(many.Store).Length >> 20} MB");

        await MeasureMemoryAsync(report, many);
        await MeasureStepsAsync(report, few, many);
    }

    private static async Task MeasureMemoryAsync(Report report, DataFolder data)
    {
        var key = LocalKeyFile.Open(data);
        using var server = ServerProcess.Start(data.Path);
        report.Say($"server answers {server.StartedIn.TotalSeconds:0.00} s after its start, {server.ResidentMegabytes:0} MB");
        using var connection = new Connection(server.Address);
        var started = Stopwatch.GetTimestamp();
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < Reads; i++)
        {
            // A step through all that meets every home.
            var number = (int)(i * 611_953L % Many);
            var manager = Crowd.HomeOf(number).Manager;
            var token = key.Issue(manager.Id, [Role.HomesManager], now, TimeSpan.FromHours(1));
            await connection.SendAsync(Connection.Get($"/api/arrangements/{Crowd.IdOf(number)}", token));
        }
        report.Say($"{Reads} arrangements read through HTTP in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        // Meanwhile the clock works off what fell due while the file was filled, and goes on.
        await Task.Delay(TimeSpan.FromSeconds(8));
        report.AtMost($"resident memory with {Many} open arrangements", server.ResidentMegabytes, 250, "MB");
    }

    private static async Task MeasureStepsAsync(Report report, DataFolder few, DataFolder many)
    {
        var clock = new HeldClock(TimeProvider.System.GetUtcNow());
        await using var small = Machine.Build(few.Path, clock);
        await using var large = Machine.Build(many.Path, clock);
        var (amongFew, amongMany) = (new List<double>(), new List<double>());
        await StepAsync(small, null);
        await StepAsync(large, null);
        for (var i = 0; i < Steps; i++)
        {
            clock.Now += Crowd.Apart * DueAtOnce;
            amongFew.Add(await StepAsync(small, DueAtOnce));
            amongMany.Add(await StepAsync(large, DueAtOnce));
        }
        var (a, b) = (Spread.Median(amongFew), Spread.Median(amongMany));
        report.Say($"a step with {DueAtOnce} due: {a:0.00} ms among {Few}, {b:0.00} ms among {Many}");
        report.AtMost($"step of the clock among {Many} open arrangements", b / a, 2, $"× the same among {Few}");
    }

    /// <summary>What the background clock does when it wakes, short of delivering; in milliseconds.</summary>
    private static async Task<double> StepAsync(WebApplication machine, int? expected)
    {
        var due = machine.Services.GetRequiredService<DueRecords>();
        var now = machine.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var found = new List<StoredDocument>();
        await foreach (var document in due.FindAsync(now, CancellationToken.None))
        {
            found.Add(document);
            await due.AdvanceAsync(document, CancellationToken.None);
        }
        await due.NextAsync(now, CancellationToken.None);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        // What was advanced stays due until its mail is delivered, which is measured elsewhere.
        foreach (var document in found)
            await due.DeliverAsync(document.Key, CancellationToken.None);
        return expected is null || found.Count == expected
            ? taken
            : throw new InvalidOperationException($"{found.Count} were due, not {expected}.");
    }
}
