using OneToOne.Bench.Tools;

namespace OneToOne.Bench.Parts;

/// <summary>From the process's start to its first answer, on a disk whose files have been read before.</summary>
internal static class StartUp
{
    private const int Times = 9;

    public static Task RunAsync(Report report)
    {
        using var scratch = new Scratch();
        var times = new List<double>();
        // The first start makes the data folder and warms the disk.
        for (var i = 0; i <= Times; i++)
        {
            using var server = ServerProcess.Start(scratch.Path);
            if (i > 0)
                times.Add(server.StartedIn.TotalSeconds);
        }
        report.Say($"{Times} starts: fastest {times.Min():0.000} s, slowest {times.Max():0.000} s");
        report.AtMost("process start to first answer, median", Spread.Median(times), 1, "s");
        return Task.CompletedTask;
    }
}
