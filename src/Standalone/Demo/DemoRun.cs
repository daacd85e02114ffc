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
    private readonly TimelinePrinter printer = new(output, paint, script.Zone);

    /// <summary>Plays all scenarios.</summary>
    /// <param name="keep">Whether the server stays up afterwards, until it is cancelled.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>The exit code: 0 only if each went as its file says.</returns>
    /// <exception cref="ScenarioException">The shared cast cannot be entered.</exception>
    public async Task<int> RunAsync(bool keep, CancellationToken ct)
    {
        Company? company = null;
        try
        {
            var passed = 0;
            output.WriteLine("A real server, an empty data folder, the default policy, and a clock that skips what is quiet.");
            output.WriteLine(paint.Dim("All persons, children and places are invented."));
            foreach (var (index, scenario) in script.Scenarios.Index())
            {
                company ??= await Company.OpenAsync(script, printer, ct);
                if (await company.PlayAsync(scenario, index + 1, mustEnd: true, ct))
                    passed++;
                else
                    // What it left open would disturb the next evening.
                    await CloseAsync();
            }
            output.WriteLine();
            output.WriteLine($"demo: {script.Scenarios.Count} scenarios, {passed} passed");
            if (keep)
                await new Keeping(company ??= await Company.OpenAsync(script, printer, ct), output).KeepAsync(script.Kept, ct);
            return passed == script.Scenarios.Count ? 0 : 1;
        }
        finally
        {
            await CloseAsync();
        }

        async Task CloseAsync()
        {
            if (company is not null)
                await company.DisposeAsync();
            company = null;
        }
    }
}
