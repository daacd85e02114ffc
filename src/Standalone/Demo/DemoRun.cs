using OneToOne.Standalone.Demo.Scenarios;
using OneToOne.Standalone.Demo.Stage;
using OneToOne.Standalone.Demo.Timeline;

namespace OneToOne.Standalone.Demo;

/// <summary>Plays scenarios on a real server, and says whether each went as its file says.</summary>
/// <param name="script">What is played.</param>
/// <param name="output">Where the timeline goes.</param>
/// <param name="paint">Its colours.</param>
internal sealed class DemoRun(Script script, TextWriter output, Paint paint)
{
    /// <summary>Plays all scenarios.</summary>
    /// <param name="keep">Whether the server stays up afterwards, until it is cancelled.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>The exit code: 0 only if each went as its file says.</returns>
    /// <exception cref="ScenarioException">The shared cast cannot be entered.</exception>
    public async Task<int> RunAsync(bool keep, CancellationToken ct)
    {
        await using var server = await DemoServer.StartAsync(ct);
        output.WriteLine($"A real server on {server.Address}, an empty data folder, the default policy, and a clock that skips what is quiet.");
        output.WriteLine(paint.Dim("All persons, children and places are invented."));
        await new Casting(server.Api, Script.CastFile).EnterAsync(script.Cast, ct);
        var printer = new TimelinePrinter(output, paint, script.Zone);
        var observer = new Observer(server.Api, script.Watcher);
        var narrator = new Narrator(observer, server.Mailbox, printer);
        var player = new Player(server, script.Cast, observer, narrator, script.Zone);

        var passed = 0;
        foreach (var (index, scenario) in script.Scenarios.Index())
            if (await PlayAsync(scenario, index + 1, mustEnd: true))
                passed++;
        output.WriteLine();
        output.WriteLine($"demo: {script.Scenarios.Count} scenarios, {passed} passed");
        if (keep)
            await new Keeping(server, narrator, output).KeepAsync(scenario => PlayAsync(scenario, 0, mustEnd: false), script.Kept, ct);
        return passed == script.Scenarios.Count ? 0 : 1;

        async Task<bool> PlayAsync(Scenario scenario, int number, bool mustEnd)
        {
            narrator.Begin(scenario, number, script.Scenarios.Count);
            var failed = await player.PlayAsync(scenario, mustEnd, ct);
            if (failed is { } where)
                printer.Failed(scenario, where.Place, where.Why);
            else
                printer.Passed(scenario);
            return failed is null;
        }
    }
}
