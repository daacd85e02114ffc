using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Storage;

/// <summary>
/// Documents as the service keeps them: as values, not as bytes. White space and escapes are lost, of two equal names the last stays, and
/// a number is a double; whoever needs the bytes back must not rely on them.
/// </summary>
internal static class StoredJson
{
    private const int MaximumBytes = 2 * 1024 * 1024;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 128 };
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    public static JsonObject ReadDocument(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaximumBytes)
            throw Refusal.TooLarge("A document has at most 2 MB.");
        return Read(body) as JsonObject ?? throw Refusal.Bad("A document is an object.");
    }

    public static JsonNode? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Reading);
            return Value(document.RootElement);
        }
        catch (JsonException)
        {
            throw Refusal.Bad("The body is not JSON.");
        }
    }

    public static byte[] Write(JsonNode? node) => JsonSerializer.SerializeToUtf8Bytes(node, Writing);

    private static JsonNode? Value(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Object(element),
            JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Value)]),
            JsonValueKind.String => JsonValue.Create(element.GetString()),
            JsonValueKind.Number => JsonValue.Create(element.GetDouble()),
            JsonValueKind.True => JsonValue.Create(true),
            JsonValueKind.False => JsonValue.Create(false),
            _ => null,
        };

    private static JsonObject Object(JsonElement element)
    {
        var made = new JsonObject();
        foreach (var property in element.EnumerateObject())
            made[property.Name] = Value(property.Value);
        return made;
    }
}
