using System.Text.Json.Nodes;
using OneToOne.Standalone.Demo.Scenarios;
using OneToOne.Standalone.Demo.Timeline;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>Plays scenarios on a server, one after the other.</summary>
/// <param name="server">The server.</param>
/// <param name="cast">The shared cast, which has been entered.</param>
/// <param name="observer">Sees everything.</param>
/// <param name="narrator">Tells what happens.</param>
/// <param name="zone">The home's time zone.</param>
internal sealed class Player(DemoServer server, Cast cast, Observer observer, Narrator narrator, TimeZoneInfo zone)
{
    private readonly Passing passing = new(server.Clock, narrator);
    private Kept kept = new();

    /// <summary>Plays a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="mustEnd">Whether the arrangement must be over at the end.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>Null when all went as the file says; else where it did not, and why.</returns>
    public async Task<(string Place, string Why)?> PlayAsync(Scenario scenario, bool mustEnd, CancellationToken ct)
    {
        observer.Leave();
        kept = new();
        await server.Clock.PassToAsync(scenario.Begins.After(server.Clock.GetUtcNow(), zone), ct);
        server.Mailbox.TurnPage();
        var place = "cast";
        try
        {
            await new Casting(server.Api, server.Clock, zone, scenario.File).EnterAsync(scenario.Cast, cast, ct);
            foreach (var step in scenario.Steps)
            {
                place = step.Place;
                await PlayAsync(step, scenario, ct);
            }
            place = "end";
            if (mustEnd)
                await CheckEndedAsync(ct);
            return null;
        }
        catch (Exception e) when (e is StepFailedException or ScenarioException or HttpRequestException)
        {
            return (place, e.Message);
        }
    }

    private async Task PlayAsync(Step step, Scenario scenario, CancellationToken ct)
    {
        if (step.Say is { } said)
            narrator.Say(said);
        switch (step)
        {
            case Step.Act act:
                await new Acting(server, cast, scenario.Cast, observer, narrator, zone, kept).ActAsync(act, ct);
                await passing.SettleAsync(ct);
                break;
            case Step.Wait wait:
                await WaitAsync(wait.Until, ct);
                break;
            case Step.Expect expect:
                await new Checking(observer, narrator).CheckAsync(expect.That, ct);
                break;
            case Step.Scan:
                await new Scanner(server, observer, narrator).ScanAsync(ct);
                await passing.SettleAsync(ct);
                break;
        }
    }

    private async Task WaitAsync(WaitFor until, CancellationToken ct)
    {
        var now = server.Clock.GetUtcNow();
        switch (until)
        {
            case WaitFor.Span span:
                await passing.ToAsync(now + span.Length, ct);
                break;
            case WaitFor.Time time:
                await passing.ToAsync(time.At.After(now, zone), ct);
                break;
            case WaitFor.Mail mail:
                // Only a mail that is still to come: one that has come needs no waiting.
                var before = narrator.Sent.Count(m => m.Fits(mail.Pattern));
                await Until(
                    () => Task.FromResult(narrator.Sent.Count(m => m.Fits(mail.Pattern)) > before),
                    mail.AtMost,
                    $"no such mail to {mail.Pattern.To}"
                );
                break;
            case WaitFor.Phase phase:
                await Until(
                    async () => (await observer.LookAsync(ct))["phase"]!.ToString() == phase.Name,
                    phase.AtMost,
                    $"the phase was never {phase.Name}"
                );
                break;
        }

        async Task Until(Func<Task<bool>> met, TimeSpan atMost, string otherwise)
        {
            if (!await passing.UntilAsync(met, now + atMost, ct))
                throw new StepFailedException($"{otherwise} within {atMost.TotalHours:0.#} hours");
        }
    }

    private async Task CheckEndedAsync(CancellationToken ct)
    {
        if (!observer.HasOne)
            return;
        var seen = await observer.LookAsync(ct);
        if ((bool)seen["isFinal"]! is false)
            throw new StepFailedException($"the arrangement is still {seen["phase"]}; play it to its end, or it disturbs the next evening");
    }
}
