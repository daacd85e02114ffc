using Microsoft.Extensions.DependencyInjection;
using OneToOne.Bench.Sample;
using OneToOne.Bench.Tools;
using OneToOne.Domain.Policies;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Bench.Parts;

/// <summary>
/// Sessions that nobody finishes fall overdue one after the other; the real background clock raises each, by the real time, and mails the
/// senior colleague. Lateness is from the moment it fell due to the commit on disk, and to the mail accepted (into the mail folder).
/// </summary>
internal static class Escalations
{
    private const int WarmUp = 30;
    private const int Measured = 300;
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Report report)
    {
        using var scratch = new Scratch();
        var first = TimeProvider.System.GetUtcNow().AddSeconds(4);
        var due = Prepare(DataFolder.Open(scratch.Path), first);
        var moments = new Moments(TimeProvider.System);
        await using var machine = Machine.Build(scratch.Path, TimeProvider.System, moments);
        var clock = machine.Services.GetRequiredService<BackgroundClock>();
        await clock.StartAsync(CancellationToken.None);
        for (var waited = 0; moments.Mails.Count < due.Count && waited < Patience.TotalSeconds; waited++)
            await Task.Delay(TimeSpan.FromSeconds(1));
        await clock.StopAsync(CancellationToken.None);

        var (commits, mails) = (Late(moments.Commits), Late(moments.Mails));
        report.Say($"the very first, with all code still to be compiled: commit {commits[0]:0.0} ms, mail {mails[0]:0.0} ms late");
        Say("commit", commits);
        Say("mail", mails);
        report.AtMost("escalations raised early", commits.Count(late => late < 0), 0, $"of {commits.Count}");
        report.AtMost("escalations on disk, lateness p99", Spread.Percentile(commits[WarmUp..], 99), 50, "ms");
        report.AtMost("escalations mailed, lateness p99", Spread.Percentile(mails[WarmUp..], 99), 50, "ms");

        void Say(string what, List<double> late) =>
            report.Say(
                $"{late.Count - WarmUp} after {WarmUp}: {what} p50 {Spread.Percentile(late[WarmUp..], 50):0.0} ms, p99 {Spread.Percentile(late[WarmUp..], 99):0.0} ms, latest {late[WarmUp..].Max():0.0} ms"
            );

        List<double> Late(IReadOnlyDictionary<string, DateTimeOffset> done) =>
            [.. due.OrderBy(d => d.Value).Where(d => done.ContainsKey(d.Key)).Select(d => (done[d.Key] - d.Value).TotalMilliseconds)];
    }

    private static Dictionary<string, DateTimeOffset> Prepare(DataFolder data, DateTimeOffset first)
    {
        var home = new SampleHome(0, 5, 20, first);
        using var store = new BulkStore(data.Store);
        store.Add(home, first);
        var due = new Dictionary<string, DateTimeOffset>();
        for (var i = 0; i < WarmUp + Measured; i++)
        {
            var state = home.UnderWay(i % home.Children.Length, $"s{i}", first + (Apart * i) - Policy.Default.EndGrace);
            var wakeAt = Filling.WakeAt(state)!.Value;
            store.Add(state, state.RequestedAt, wakeAt);
            due.Add(ArrangementRecords.Kind.PartitionOf(state.Id.Value), wakeAt);
        }
        return due;
    }
}
