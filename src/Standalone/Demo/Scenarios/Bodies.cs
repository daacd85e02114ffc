using System.Text.Json.Nodes;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>Puts bodies together.</summary>
internal static class Bodies
{
    /// <summary>Lays one object over another: objects field by field, everything else as a whole; null takes a field away.</summary>
    /// <returns>A new object.</returns>
    public static JsonObject Over(JsonObject? below, JsonObject? above)
    {
        var merged = below?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in above ?? [])
        {
            if (value is null)
                merged.Remove(name);
            else if (value is JsonObject inner && merged[name] is JsonObject present && !ChangesKind(present, inner))
                merged[name] = Over(present, inner);
            else
                merged[name] = value.DeepClone();
        }
        return merged;
    }

    /// <summary>
    /// Turns each text such as <c>@now</c>, <c>@+2 h</c>, <c>@18:00</c> or <c>@friday 18:00</c> into that moment.
    /// </summary>
    /// <returns>The same body with moments; texts of another kind stay what they are.</returns>
    public static JsonNode? WithMoments(JsonNode? body, DateTimeOffset now, TimeZoneInfo zone) =>
        body switch
        {
            JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, WithMoments(p.Value, now, zone)))),
            JsonArray a => new JsonArray([.. a.Select(item => WithMoments(item, now, zone))]),
            JsonValue v when v.TryGetValue<string>(out var text) && Moment(text, now, zone) is { } at => JsonValue.Create(at),
            _ => body?.DeepClone(),
        };

    // One case of a union does not keep the fields of another.
    private static bool ChangesKind(JsonObject present, JsonObject next) =>
        next["type"] is { } type && !JsonNode.DeepEquals(type, present["type"]);

    private static DateTimeOffset? Moment(string text, DateTimeOffset now, TimeZoneInfo zone) =>
        text == "@now" ? now
        : text.StartsWith("@+", StringComparison.Ordinal) && Durations.TryParse(text[2..], out var length) ? now + length
        : text.StartsWith('@') && DayTime.TryParse(text[1..], out var time) ? time.After(now, zone)
        : null;
}
