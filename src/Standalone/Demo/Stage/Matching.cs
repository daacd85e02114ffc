using System.Text.Json.Nodes;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>Whether a value has a part.</summary>
internal static class Matching
{
    /// <summary>
    /// Whether every field of the part is in the value; a list must have the same length and each entry match its own; a text that
    /// begins with a tilde is contained in the value's text.
    /// </summary>
    public static bool Has(JsonNode? value, JsonNode? part) =>
        (value, part) switch
        {
            (JsonObject v, JsonObject p) => p.All(field => Has(v[field.Key], field.Value)),
            (JsonArray v, JsonArray p) => v.Count == p.Count && v.Zip(p).All(pair => Has(pair.First, pair.Second)),
            (JsonValue v, JsonValue p) when p.TryGetValue<string>(out var text) && text.StartsWith('~') => v.ToString()
                .Contains(text[1..], StringComparison.OrdinalIgnoreCase),
            (not null, JsonValue p) when p.TryGetValue<string>(out var text) && text.StartsWith('~') => value
                .ToJsonString()
                .Contains(text[1..], StringComparison.OrdinalIgnoreCase),
            _ => JsonNode.DeepEquals(value, part),
        };
}
