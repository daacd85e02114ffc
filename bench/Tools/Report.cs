using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OneToOne.Bench.Tools;

/// <summary>Prints what is measured, and at the end each target beside it.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly List<string> verdicts = [];
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();

    public void Machine()
    {
        Say(
            $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}"
        );
        Say($"{RuntimeInformation.FrameworkDescription}, files in {Path.GetTempPath()}");
    }

    public void Part(string name) =>
        output.WriteLine($"{Environment.NewLine}== {name} ({sinceStart.Elapsed.TotalSeconds:0} s, load {Load()})");

    public void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public void AtLeast(string what, double measured, double target, string unit) =>
        Judge(what, measured, "at least", target, unit, measured >= target);

    public void AtMost(string what, double measured, double target, string unit) =>
        Judge(what, measured, "at most", target, unit, measured <= target);

    public void Summary()
    {
        output.WriteLine($"{Environment.NewLine}== summary ({sinceStart.Elapsed.TotalSeconds:0} s, load {Load()})");
        foreach (var verdict in verdicts)
            output.WriteLine(verdict);
    }

    private void Judge(string what, double measured, string relation, double target, string unit, bool met)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{(met ? "met   " : "MISSED")}  {what}: {measured:0.###} {unit} ({relation} {target:0.###})"
        );
        verdicts.Add(line);
        output.WriteLine(line);
    }

    // What else the machine does: the load of the last minute, where the system tells.
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
