using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>
/// How Cosmos holds a document: its address, the command that wrote it, its declared fields and its content. The content is a text and
/// no object, so that it comes back byte for byte: Cosmos would write numbers and escapes anew.
/// </summary>
internal static class Item
{
    public const string Id = Fields.Id;
    public const string Partition = "partition";
    public const string Type = "type";
    public const string CommandId = "command";
    public const string Json = "json";
    public const string Version = "_etag";

    /// <summary>Seconds after which Cosmos removes the item by itself.</summary>
    public const string TimeToLive = "ttl";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Unique in its partition.</summary>
    public static string IdOf(DocumentType type, string id) => $"{type.Name}.{id}";

    /// <summary>The id that the document of an item has.</summary>
    public static string DocumentIdOf(DocumentType type, string itemId) => itemId[(type.Name.Length + 1)..];

    /// <summary>The item to write for a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="commit">The commit that writes it.</param>
    /// <param name="now">This moment, from which a document that expires has its time to live.</param>
    /// <returns>JSON in UTF-8, from its beginning.</returns>
    public static MemoryStream Write(Document document, Commit commit, DateTimeOffset now)
    {
        var stream = new MemoryStream(document.Json.Length + 512);
        using var writer = new Utf8JsonWriter(stream, Compact);
        writer.WriteStartObject();
        writer.WriteString(Id, IdOf(document.Type, document.Id));
        writer.WriteString(Partition, commit.Partition);
        writer.WriteString(Type, document.Type.Name);
        writer.WriteString(CommandId, commit.CommandId);
        foreach (var field in document.Type.Fields)
            if (document.Value(field) is { } value)
                writer.WriteString(field, value);
        if (document.Type.Fields.Contains(Fields.ExpiresAt) && document.Value(Fields.ExpiresAt) is { } expiry)
            writer.WriteNumber(TimeToLive, SecondsUntil(StoreTime.Parse(expiry), now));
        writer.WriteString(Json, document.Json.Span);
        writer.WriteEndObject();
        writer.Flush();
        stream.Position = 0;
        return stream;
    }

    /// <summary>Reads the document in an item.</summary>
    public static StoredDocument Read(JsonElement item, DocumentType type) =>
        new(
            new(Text(item, Partition), type, DocumentIdOf(type, Text(item, Id))),
            Text(item, Version),
            Encoding.UTF8.GetBytes(Text(item, Json))
        );

    /// <summary>A text that every item has.</summary>
    public static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    // Zero and less are no time to live.
    private static int SecondsUntil(DateTimeOffset moment, DateTimeOffset now) =>
        (int)Math.Clamp(Math.Ceiling((moment - now).TotalSeconds), 1, int.MaxValue);
}
