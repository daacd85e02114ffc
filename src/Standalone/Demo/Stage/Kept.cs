using System.Text.Json.Nodes;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>What the steps of one scenario keep of their answers, for later steps to name: <c>{concern}</c>.</summary>
internal sealed class Kept
{
    private readonly Dictionary<string, string> values = [];

    /// <summary>Keeps a value.</summary>
    public void Keep(string name, JsonNode value) => values[$"{{{name}}}"] = value.ToString();

    /// <summary>The text with what was kept in the place of its names.</summary>
    public string In(string text) => Replaced(text, value => value);

    /// <summary>The same in an address.</summary>
    public string InAddress(string address) => Replaced(address, Uri.EscapeDataString);

    /// <summary>The same in every text of a body.</summary>
    public JsonObject In(JsonObject body) => In((JsonNode)body)!.AsObject();

    /// <summary>The same in every text of a value.</summary>
    public JsonNode? In(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, In(p.Value)))),
            JsonArray a => new JsonArray([.. a.Select(In)]),
            JsonValue v when v.TryGetValue<string>(out var text) => JsonValue.Create(In(text)),
            _ => node?.DeepClone(),
        };

    private string Replaced(string text, Func<string, string> written) =>
        values.Aggregate(text, (so, kept) => so.Replace(kept.Key, written(kept.Value), StringComparison.Ordinal));
}
