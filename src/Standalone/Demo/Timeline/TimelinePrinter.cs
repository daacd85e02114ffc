using System.Globalization;
using System.Text;
using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Demo.Timeline;

/// <summary>Prints what happens as a timeline, by the home's clock.</summary>
/// <param name="output">Where to.</param>
/// <param name="paint">The colours.</param>
/// <param name="zone">The home's time zone.</param>
internal sealed class TimelinePrinter(TextWriter output, Paint paint, TimeZoneInfo zone)
{
    private const string Indent = "                 ";
    private const int Width = 110;
    private string? lastDay;

    /// <summary>A scenario begins.</summary>
    /// <param name="scenario">Which.</param>
    /// <param name="number">Its number, from 1; 0 for one that is not counted.</param>
    /// <param name="of">How many there are.</param>
    public void Begin(Scenario scenario, int number, int of)
    {
        lastDay = null;
        output.WriteLine();
        var counted = number > 0 ? $"[{number}/{of}]" : "[+]";
        output.WriteLine($"{paint.Dim(counted)} {paint.Bold(scenario.Title)}  {paint.Dim(scenario.File)}");
        foreach (var line in Wrapped(scenario.About))
            output.WriteLine($"      {paint.Dim(line)}");
        if (!scenario.Shows.IsEmpty)
            output.WriteLine($"      {paint.Dim($"Shows {string.Join(", ", scenario.Shows)}.")}");
    }

    /// <summary>Something is said to whoever watches.</summary>
    public void Say(string text) => output.WriteLine($"{Indent}{paint.Dim($"\"{text}\"")}");

    /// <summary>Somebody does something.</summary>
    public void Act(DateTimeOffset at, string who, string words, string how) =>
        output.WriteLine($"{Stamp(at)}{paint.Person($"{who, -7}")} {words} {paint.Dim(how)}");

    /// <summary>Something happened by itself, or follows from what somebody did.</summary>
    public void Happened(DateTimeOffset at, bool byClock, bool alarm, string words)
    {
        var line = alarm ? paint.Alarm(words) : words;
        output.WriteLine(byClock ? $"{Stamp(at)}{paint.Dim("clock  ")} {line}" : $"{Indent}  {paint.Dim("·")} {line}");
    }

    /// <summary>A mail went out.</summary>
    public void Mail(string to, string title) => output.WriteLine($"{Indent}  {paint.Mail($"✉ {to}:")} {title}");

    /// <summary>All is as it should be.</summary>
    public void AsExpected(string what) => output.WriteLine($"{Indent}  {paint.Good("✓")} {paint.Dim(what)}");

    /// <summary>A scenario ended as its file says.</summary>
    public void Passed(Scenario scenario) => output.WriteLine($"      {paint.Good($"passed: {scenario.Title}")}");

    /// <summary>A scenario did not go as its file says.</summary>
    public void Failed(Scenario scenario, string place, string why)
    {
        output.WriteLine($"      {paint.Bad($"FAILED: {scenario.Title}")}");
        output.WriteLine($"      {paint.Bad($"{scenario.File}, {place}: {why}")}");
    }

    /// <summary>A line of its own.</summary>
    public void Line(string text) => output.WriteLine(text);

    private static IEnumerable<string> Wrapped(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length >= Width)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }

    private string Stamp(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var day = local.ToString("ddd d MMM", CultureInfo.InvariantCulture);
        var shown = day == lastDay ? "" : day;
        lastDay = day;
        return $"{paint.Dim($"{shown, 10} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}")} ";
    }
}
