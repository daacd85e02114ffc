using System.Diagnostics;
using OneToOne.Bench.Sample;
using OneToOne.Bench.Tools;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;

namespace OneToOne.Bench.Parts;

/// <summary>What the rules alone cost: a check-in, an acknowledgement, and looking at an arrangement for which nothing is due.</summary>
internal static class DomainSteps
{
    private const int Times = 200_000;
    private const int Rounds = 7;

    public static Task RunAsync(Report report)
    {
        var now = new DateTimeOffset(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);
        var home = new SampleHome(0, 1, 1, now);
        var active = home.UnderWay(0, "a", now.AddMinutes(10));
        var overdue = Overdue(home, active, now.AddMinutes(20));
        var worker = home.FactsOf(0, home.Workers[0]);
        var senior = home.FactsOf(0, home.Senior);
        var nobody = home.FactsOf(0, null);

        Measure(report, "check-in", () => Take(active, new ArrangementCommand.CheckIn(), worker, now));
        Measure(
            report,
            "acknowledge",
            () => Take(overdue, new ArrangementCommand.Acknowledge(EscalationCause.Overdue), senior, now.AddMinutes(20))
        );
        Measure(report, "idle Advance", () => ArrangementClock.Advance(active, nobody, now));
        return Task.CompletedTask;
    }

    private static Arrangement Take(Arrangement state, ArrangementCommand command, Facts facts, DateTimeOffset now)
    {
        foreach (var e in Occasions.Decided(state, command, facts, now))
            state = ArrangementEvolution.Evolve(state, e, now);
        return state;
    }

    private static Arrangement Overdue(SampleHome home, Arrangement active, DateTimeOffset at) =>
        ArrangementClock
            .Advance(active, home.FactsOf(0, null), at)
            .Aggregate(active, (state, e) => ArrangementEvolution.Evolve(state, e, at));

    private static void Measure<T>(Report report, string what, Func<T> step)
    {
        var (times, bytes) = (new List<double>(), 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < Times; i++)
                step();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / Times);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Times;
        }
        report.AtMost($"{what} in Domain", Spread.Median(times), 2, "µs");
        report.AtMost($"{what} in Domain, allocated", bytes, 1024, "bytes");
    }
}
