using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Demo.Timeline;

/// <summary>Says an entry of the history in a few words.</summary>
internal static class EventWords
{
    private static readonly string[] Unsaid = ["linkOpened", "messageAccepted", "requested", "startedUnplanned"];

    private static readonly (string Field, string Words)[] People =
    [
        ("told", "{0} told"),
        ("owner", "by {0}"),
        ("formerOwner", "owned by {0} before"),
        ("approvedBefore", "{0} had approved"),
    ];

    /// <summary>The words of an event; null for what is shown in another way.</summary>
    public static string? Of(JsonObject happened)
    {
        var type = happened["type"]!.ToString();
        return Unsaid.Contains(type) ? null : $"{Spaced(type)}{Details(type, happened)}";
    }

    /// <summary>Whether it is about an escalation.</summary>
    public static bool IsAlarm(JsonObject happened) =>
        happened["type"]!.ToString() is "escalationRaised" or "escalationPassedOn" or "helpCalled" or "distressReported" or "concernRaised";

    /// <summary>A word of the API as people write it: <c>missedCheckIn</c> is <c>missed check in</c>.</summary>
    public static string Spaced(string word)
    {
        var text = new StringBuilder();
        foreach (var c in word)
            text.Append(char.IsUpper(c) ? " " : "").Append(char.ToLowerInvariant(c));
        return text.ToString();
    }

    private static string Details(string type, JsonObject e)
    {
        var said = new List<string>();
        if (e["cause"] is { } cause)
            said.Add(
                e["step"] is { } step
                    ? $"{Spaced(cause.ToString())}, level {EscalationPattern.LevelOf(cause.ToString(), (int)step)}"
                    : Spaced(cause.ToString())
            );
        if (e["because"] is JsonValue because)
            said.Add(Spaced(because.ToString()));
        if (e["outcome"] is { } outcome)
            said.Add(Spaced(outcome.ToString()));
        foreach (var (field, words) in People)
            if (Names(e[field]) is { Length: > 0 } names)
                said.Add(e[field] is JsonObject ? names : string.Format(CultureInfo.InvariantCulture, words, names));
        if (e["findings"] is JsonArray findings)
            said.Add(string.Join(", ", findings.Select(f => f!["id"])));
        if (e["materialFields"] is JsonArray { Count: > 0 } fields)
            said.Add($"material: {string.Join(", ", fields.Select(f => f!.ToString()))}");
        if (type is "suspended" or "endedByReview" or "messageFailed" && e["reason"] is { } reason)
            said.Add(reason.ToString());
        return said.Count == 0 ? "" : $": {string.Join("; ", said)}";
    }

    private static string Names(JsonNode? people) =>
        people switch
        {
            JsonArray many => string.Join(", ", many.Select(p => p!.ToString())),
            JsonObject told => told["person"]!.ToString(),
            null => "",
            _ => people.ToString(),
        };
}
