using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Http.Idempotency;

/// <summary>
/// Binds a client's key to the id of what it creates, before that is created: a client that asks again after a crash meets the same id,
/// and so the same partition, in which <see cref="KeptAnswer"/> waits if the creation went through.
/// </summary>
public sealed class KeyReservations(IDocumentStore store, TimeProvider clock)
{
    /// <summary>The answer when another request comes under a key that was used already.</summary>
    internal static IResult OtherRequest =>
        Refusal.Of(
            StatusCodes.Status422UnprocessableEntity,
            new Finding(
                "idempotencyKey",
                DutyKind.Hard,
                $"This {IdempotencyKey.Header} was used for another request.",
                "Use a new key for each thing you want done."
            )
        );

    private sealed record Reservation(string Fingerprint, string Id);

    /// <summary>Reserves an id under a key, or finds the one that was reserved before.</summary>
    /// <param name="key">The client's key.</param>
    /// <param name="newId">The id to reserve, if none is.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The id to create under; <see langword="null"/> and a refusal when the key was used for another request.</returns>
    public async ValueTask<(string? Id, IResult? Refusal)> ReserveAsync(IdempotencyKey key, string newId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(key);
        var at = key.In($"key-{key.Id}");
        while (true)
        {
            if (await store.ReadAsync(at, ct) is { } found)
            {
                var earlier = JsonSerializer.Deserialize<Reservation>(found.Json.Span, WireFormat.Options)!;
                return earlier.Fingerprint == key.Fingerprint ? (earlier.Id, null) : (null, OtherRequest);
            }

            var reservation = JsonSerializer.SerializeToUtf8Bytes(new Reservation(key.Fingerprint, newId), WireFormat.Options);
            var expiry = FieldValue.At(Fields.ExpiresAt, clock.GetUtcNow() + IdempotencyKey.KeptFor);
            var create = new Operation.Create(new(DocumentTypes.Idempotency, key.Id, reservation, expiry));
            if (await store.CommitAsync(new(at.Partition, newId, create), ct) is not CommitResult.Conflict)
                return (newId, null);
        }
    }
}
