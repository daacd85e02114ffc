using System.Text.Json.Nodes;
using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>Looks whether all is as a file says.</summary>
/// <param name="observer">Sees everything.</param>
/// <param name="narrator">Tells it, and knows the mails.</param>
internal sealed class Checking(Observer observer, Narrator narrator)
{
    /// <summary>Looks.</summary>
    /// <exception cref="StepFailedException">Something is not so.</exception>
    public async Task CheckAsync(Expectation that, CancellationToken ct)
    {
        // Without an arrangement there are only mails to look at.
        var seen = observer.HasOne || that.IsOfAnArrangement ? await observer.LookAsync(ct) : [];
        if (that.Phase is { } phase)
            Must(seen["phase"]!.ToString() == phase, $"the phase is {phase}", $"it is {seen["phase"]}");
        if (that.Escalations is { } escalations)
            CheckEscalations(seen["escalations"]!.AsArray(), [.. escalations]);
        if (that.Shows is { } shows)
            Must(Matching.Has(seen, shows), $"it shows {shows.ToJsonString()}", $"it is {seen.ToJsonString()}");
        foreach (var mail in that.Mail)
        {
            var count = narrator.Sent.Count(m => m.Fits(mail));
            Must(mail.Times is { } times ? count == times : count > 0, $"{Words(mail)} was sent", Came(mail.To));
        }
        foreach (var mail in that.NoMail)
            Must(!narrator.Sent.Any(m => m.Fits(mail)), $"{Words(mail)} was not sent", Came(mail.To));
        CheckHistory([.. that.History]);
    }

    private void CheckEscalations(JsonArray open, EscalationPattern[] expected)
    {
        EscalationPattern[] found =
        [
            .. open.Select(e => new EscalationPattern(
                e!["cause"]!.ToString(),
                EscalationPattern.LevelOf(e["cause"]!.ToString(), (int)e["step"]!),
                e["owner"]?["person"]?.ToString()
            )),
        ];
        Must(
            found.ToHashSet().SetEquals(expected),
            expected.Length == 0 ? "no escalation is open" : $"open is {string.Join(" and ", expected.Select(Words))}",
            found.Length == 0 ? "none is open" : $"open is {string.Join(" and ", found.Select(Words))}"
        );
    }

    private void CheckHistory(JsonNode[] expected)
    {
        var next = 0;
        foreach (var entry in observer.History.Select(e => e["event"]).OfType<JsonObject>())
            if (next < expected.Length && IsMeant(entry, expected[next]))
                next++;
        if (expected.Length > 0)
            Must(
                next == expected.Length,
                $"the history has {string.Join(", ", expected.Select(Words))}",
                next < expected.Length ? $"it has no {Words(expected[next])} after the ones before" : ""
            );
    }

    private static bool IsMeant(JsonObject entry, JsonNode meant) =>
        meant is JsonObject part ? Matching.Has(entry, part) : entry["type"]!.ToString() == meant.ToString();

    private void Must(bool isSo, string what, string instead)
    {
        if (!isSo)
            throw new StepFailedException($"expected that {what}; {instead}");
        narrator.AsExpected(what);
    }

    private string Came(string person)
    {
        var came = narrator.Sent.Where(m => m.To == person).Select(m => m.Kind ?? m.Mail.Title).ToArray();
        return came.Length == 0 ? $"{person} got none" : $"{person} got {string.Join(", ", came)}";
    }

    private static string Words(EscalationPattern e) =>
        $"{e.Cause} at level {e.Level}{(e.Owner is null ? " without an owner" : $" owned by {e.Owner}")}";

    private static string Words(MailPattern m) =>
        $"{(m.Times is { } times ? $"{times} × " : "")}{m.Kind ?? "mail"} to {m.To}{(m.Title is null ? "" : $" titled '{m.Title}'")}";

    private static string Words(JsonNode meant) => meant is JsonObject part ? part.ToJsonString() : meant.ToString();
}
