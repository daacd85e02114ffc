using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Http.Idempotency;

/// <summary>
/// The document that a step commits with its own changes when the client sent an Idempotency-Key: what was asked, and what was answered.
/// </summary>
/// <param name="Fingerprint">Of what was asked.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Location">The answer's location, if any.</param>
/// <param name="ETag">The answer's ETag, if any.</param>
/// <param name="Body">The answer's body, word for word.</param>
public sealed record KeptAnswer(string Fingerprint, int Status, string? Location, string? ETag, string Body)
{
    /// <summary>Makes the document to create in the step's commit.</summary>
    /// <param name="key">The client's key.</param>
    /// <param name="answer">What the client will be answered once the commit is done.</param>
    /// <param name="now">The moment of the step.</param>
    /// <returns>The document.</returns>
    public static Document Keep(IdempotencyKey key, Answer answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(answer);
        var kept = new KeptAnswer(key.Fingerprint, answer.Status, answer.Location, answer.ETag, Encoding.UTF8.GetString(answer.Body.Span));
        return new(
            DocumentTypes.Idempotency,
            key.Id,
            JsonSerializer.SerializeToUtf8Bytes(kept, WireFormat.Options),
            FieldValue.At(Fields.ExpiresAt, now + IdempotencyKey.KeptFor)
        );
    }

    /// <summary>Whether the very same was asked under a key before.</summary>
    /// <param name="key">The client's key.</param>
    /// <param name="found">What is kept under <see cref="IdempotencyKey.In"/>.</param>
    /// <returns>Whether it was; else the key was used for something else.</returns>
    public static bool IsOf(IdempotencyKey key, StoredDocument found)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(found);
        return JsonSerializer.Deserialize<KeptAnswer>(found.Json.Span, WireFormat.Options)!.Fingerprint == key.Fingerprint;
    }

    /// <summary>Answers a repeated request.</summary>
    /// <param name="key">The client's key.</param>
    /// <param name="found">What is kept under <see cref="IdempotencyKey.In"/>.</param>
    /// <returns>The same answer as before, or 422 when something else is asked under the same key.</returns>
    public static IResult Again(IdempotencyKey key, StoredDocument found)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(found);
        var kept = JsonSerializer.Deserialize<KeptAnswer>(found.Json.Span, WireFormat.Options)!;
        return kept.Fingerprint == key.Fingerprint
            ? new Answer(kept.Status, kept.Location, kept.ETag, Encoding.UTF8.GetBytes(kept.Body))
            : KeyReservations.OtherRequest;
    }
}
