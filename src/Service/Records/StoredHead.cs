using System.Text.Json;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>What stands in the document of any record, whatever its state is.</summary>
/// <param name="Count">How many history entries there are.</param>
/// <param name="Head">The hash of the last one.</param>
/// <param name="Disposed">That its content was disposed of; null for every other record.</param>
internal sealed record StoredHead(int Count, string Head, Disposed? Disposed = null)
{
    // The state is somebody else's business here, so that members which are not known are no fault.
    private static readonly JsonSerializerOptions Options = Tolerant();

    public static StoredHead Of(StoredDocument document) => JsonSerializer.Deserialize<StoredHead>(document.Json.Span, Options)!;

    private static JsonSerializerOptions Tolerant()
    {
        var options = new JsonSerializerOptions();
        WireFormat.Apply(options);
        options.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip;
        options.MakeReadOnly();
        return options;
    }
}
