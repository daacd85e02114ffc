using System.Text.Json;
using OneToOne.Domain.Messages;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

/// <summary>To which message a mail belongs that a carrier will report on.</summary>
/// <param name="Type">The type of the record whose message it is.</param>
/// <param name="Record">That record's id.</param>
/// <param name="MessageId">The message's id.</param>
/// <param name="Message">The message.</param>
/// <param name="Version">The version of the recipient in the register; null when it was noted before that was kept.</param>
public sealed record SentMail(string Type, string Record, string MessageId, Message Message, int? Version = null);

/// <summary>Notes which mail belongs to which message before it is handed over, so that a report, which knows the carrier's id alone, finds it.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The product's clock.</param>
public sealed class SentMails(IDocumentStore store, TimeProvider clock)
{
    // Longer than a mail is attempted, a carrier tries to deliver it and its report is repeated.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Notes a mail that is about to be handed over.</summary>
    /// <param name="operation">What the carrier will call it.</param>
    /// <param name="mail">The message it belongs to.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>False when it had been noted before: an earlier attempt may have handed it over.</returns>
    public async ValueTask<bool> NoteAsync(Guid operation, SentMail mail, CancellationToken ct)
    {
        var key = KeyOf(operation);
        var note = new Document(
            key.Type,
            key.Id,
            JsonSerializer.SerializeToUtf8Bytes(mail, WireFormat.Options),
            FieldValue.At(Fields.ExpiresAt, clock.GetUtcNow() + KeptFor)
        );
        var commit = new Commit(key.Partition, Guid.NewGuid().ToString("N"), new Operation.Create(note));
        return await store.CommitAsync(commit, ct) is not CommitResult.Conflict;
    }

    /// <summary>Finds the message of a mail.</summary>
    /// <param name="operation">What the carrier calls the mail.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The message; null when we never sent such a mail, or long ago.</returns>
    public async ValueTask<SentMail?> FindAsync(Guid operation, CancellationToken ct) =>
        await store.ReadAsync(KeyOf(operation), ct) is { } note
            ? JsonSerializer.Deserialize<SentMail>(note.Json.Span, WireFormat.Options)
            : null;

    private static DocumentKey KeyOf(Guid operation) =>
        new($"{DocumentTypes.SentMail.Name}.{operation}", DocumentTypes.SentMail, $"{operation}");
}
