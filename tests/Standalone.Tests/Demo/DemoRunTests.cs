using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using OneToOne.Standalone.Commands;
using OneToOne.Standalone.Demo;
using OneToOne.Standalone.Demo.Timeline;

namespace OneToOne.Standalone.Tests.Demo;

[Trait("Store", "Own")]
public sealed partial class DemoRunTests : IDisposable
{
    private const string Ask = """{ "who": "mia", "does": "request" }""";
    private const string TakeBack = """{ "who": "mia", "does": "withdraw", "with": { "reason": "Kit is ill." } }""";

    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_scenario_that_comes_with_the_program_goes_as_its_file_says()
    {
        var output = new StringWriter();

        var exitCode = await new DemoRun(Script.Read(Script.Folder, []), output, new Paint(false)).RunAsync(false, CancellationToken.None);

        var timeline = output.ToString();
        Assert.True(exitCode == 0, timeline);
        var (all, passed) = Counts(timeline);
        Assert.True(all >= 15, timeline);
        Assert.Equal(all, passed);
        Assert.DoesNotContain('\u001b', timeline);
    }

    [Theory]
    [InlineData(
        Ask,
        """{ "expect": { "phase": "approved" } }""",
        "steps[1]",
        "expected that the phase is approved; it is awaitingApproval"
    )]
    [InlineData(Ask, """{ "expect": { "mail": [{ "to": "lee", "kind": "notice" }] } }""", "steps[1]", "lee got none")]
    [InlineData(Ask, """{ "expect": { "noMail": [{ "to": "pat" }] } }""", "steps[1]", "pat got approvalAsked")]
    [InlineData(Ask, """{ "expect": { "history": ["approved"] } }""", "steps[1]", "it has no approved")]
    [InlineData(Ask, """{ "expect": { "escalations": [{ "cause": "overdue", "level": 1 }] } }""", "steps[1]", "none is open")]
    [InlineData(Ask, """{ "who": "mia", "does": "start", "by": "api" }""", "steps[1]", "mia was refused with 409")]
    [InlineData(
        Ask,
        """{ "who": "mia", "does": "withdraw", "with": { "reason": "Kit is ill." }, "refused": ["who"] }""",
        "steps[1]",
        "it was done"
    )]
    [InlineData(Ask, """{ "wait": { "phase": "active", "atMost": "1 h" } }""", "steps[1]", "the phase was never active within 1 hours")]
    [InlineData(Ask, """{ "who": "nobody", "does": "approve" }""", "steps[1]", "nobody is called 'nobody'")]
    [InlineData(Ask, """{ "who": "lee", "does": "approve" }""", "steps[1]", "lee has no mail with a link for that")]
    [InlineData(Ask, """{ "wait": { "for": "1 min" } }""", "end", "the arrangement is still awaitingApproval")]
    public async Task What_does_not_go_as_its_file_says_fails_and_names_the_step(string first, string second, string place, string why)
    {
        folder.Write("wrong.json", $"{first}, {second}");

        var (exitCode, output) = await RunAsync("demo", "--samples", folder.Path);

        Assert.Equal(1, exitCode);
        Assert.Contains($"wrong.json, {place}: ", output, StringComparison.Ordinal);
        Assert.Contains(why, output, StringComparison.Ordinal);
        Assert.Equal((1, 0), Counts(output));
    }

    [Fact]
    public async Task One_that_fails_disturbs_no_other()
    {
        folder.Write("1.json", $$"""{{Ask}}, { "expect": { "phase": "closed" } }""");
        folder.Write("2.json", $"{Ask}, {TakeBack}");

        var (exitCode, output) = await RunAsync("demo", "--samples", folder.Path);

        Assert.Equal(1, exitCode);
        Assert.Equal((2, 1), Counts(output));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_before_anything_is_played()
    {
        folder.Write("wrong.json", """{ "who": "mia", "does": "dance" }""");

        var (exitCode, output) = await RunAsync("demo", "--samples", folder.Path);

        Assert.Equal(1, exitCode);
        Assert.Contains("wrong.json, steps[0].does: 'dance' is none of request,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_open_can_be_opened_in_a_browser()
    {
        using var enough = new CancellationTokenSource();
        var output = new SignallingWriter("code:", 2);
        var kept = Script.Read(Script.Folder, ["05-a-parent-refuses"]);
        var run = new DemoRun(kept, output, new Paint(false)).RunAsync(true, enough.Token);

        Assert.Same(output.Seen, await Task.WhenAny(output.Seen, run));
        using var http = new HttpClient();
        var links = LinkIn().Matches(output.ToString()).Select(m => m.Value).ToArray();
        Assert.Equal(["approve", "session"], links.Select(link => new Uri(link).Segments[^2].Trim('/')));
        foreach (var link in links)
            Assert.Contains("name=\"code\"", await http.GetStringAsync(new Uri(link)), StringComparison.Ordinal);

        await enough.CancelAsync();
        Assert.Equal(0, await run);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        var output = new StringWriter();
        var exitCode = await CommandLine.Run(args, new InvocationConfiguration { Output = output, Error = output });
        return (exitCode, output.ToString());
    }

    private static (int All, int Passed) Counts(string output)
    {
        var line = CountsIn().Match(output);
        Assert.True(line.Success, output);
        return (
            int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture),
            int.Parse(line.Groups[2].Value, CultureInfo.InvariantCulture)
        );
    }

    [GeneratedRegex(@"^demo: (\d+) scenarios, (\d+) passed", RegexOptions.Multiline)]
    private static partial Regex CountsIn();

    [GeneratedRegex(@"http://\S+/\w+/\S{40,}")]
    private static partial Regex LinkIn();

    /// <summary>Says when a line has been written a number of times.</summary>
    private sealed class SignallingWriter(string what, int times) : StringWriter
    {
        private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int count;

        public Task Seen => seen.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(what, StringComparison.Ordinal) == true && ++count == times)
                seen.TrySetResult();
        }
    }
}
