using System.Text.Json;
using System.Text.Json.Serialization;
using OneToOne.Domain;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>
/// That a register entry changed and the open arrangements that rest on it have yet to hear. It is committed with the change itself, worked
/// off page by page, and deleted after the last page; until then it is due.
/// </summary>
/// <param name="Child">The child whose open arrangements it concerns; null when it concerns a worker's.</param>
/// <param name="Worker">The worker whose open arrangements it concerns; null when it concerns a child's.</param>
/// <param name="Continuation">Where the next page begins; null for the first.</param>
/// <param name="Again">Whether an arrangement could not hear of it, so that after the last page it begins anew.</param>
/// <param name="Early">What has changed about the child, as the record of a session says: assessments have yet to hear; null for all else.</param>
/// <param name="Mail">Whether it stands for messages that wait in the entry itself, and no arrangement has to hear of it.</param>
public sealed record RegisterChanged(
    ChildId? Child,
    PersonId? Worker,
    string? Continuation = null,
    bool Again = false,
    EarlyReview? Early = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Mail = false
)
{
    /// <summary>Whether pages are left to hand on now; otherwise it is done, or repeated later.</summary>
    public bool HasMore => Continuation is not null;

    /// <summary>Reads one that was found.</summary>
    /// <param name="found">Its document.</param>
    /// <returns>The change.</returns>
    public static RegisterChanged Read(StoredDocument found) =>
        JsonSerializer.Deserialize<RegisterChanged>(found.Json.Span, WireFormat.Options)!;

    /// <summary>Where it is kept.</summary>
    /// <param name="partition">The partition of the record that changed.</param>
    /// <param name="id">The command id of the change.</param>
    /// <returns>The key of its document.</returns>
    public static DocumentKey KeyOf(string partition, string id) => new(partition, DocumentTypes.RegisterChanged, id);

    /// <summary>The operation that commits it with the change.</summary>
    /// <param name="id">The id of the document: the command id of the change.</param>
    /// <param name="now">This moment: it is due at once.</param>
    /// <returns>The operation.</returns>
    public Operation Announce(string id, DateTimeOffset now) => new Operation.Create(Write(id, now));

    /// <summary>Its document.</summary>
    /// <param name="id">The id of the document.</param>
    /// <param name="dueAt">When it is due.</param>
    /// <returns>The document.</returns>
    internal Document Write(string id, DateTimeOffset dueAt) =>
        new(
            DocumentTypes.RegisterChanged,
            id,
            JsonSerializer.SerializeToUtf8Bytes(this, WireFormat.Options),
            FieldValue.At(Fields.DueAt, dueAt)
        );
}
