using System.Collections.Immutable;
using OneToOne.Service.Records;

namespace OneToOne.Service.Checkpoints;

/// <summary>
/// The heads of all histories that changed since the day of the checkpoint before, signed; of the first one, of all histories. Kept outside the store, it shows later that what it
/// names has not been rewritten since.
/// </summary>
/// <param name="Day">The day, <c>yyyy-MM-dd</c>.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Heads">The heads.</param>
public sealed record Checkpoint(string Day, DateTimeOffset MadeAt, ImmutableArray<HistoryHead> Heads);

/// <summary>A checkpoint as it is kept: the exact text that was signed, and the signature.</summary>
/// <param name="Content">A <see cref="Checkpoint"/> as JSON text.</param>
/// <param name="Signature">ECDSA P-256 over the SHA-256 of the text, Base64.</param>
public sealed record SignedCheckpoint(string Content, string Signature);

/// <summary>Where a host keeps checkpoints: never in the store itself.</summary>
public interface ICheckpointShelf
{
    /// <summary>Keeps a checkpoint; one of the same day is replaced.</summary>
    /// <param name="day">The day, <c>yyyy-MM-dd</c>.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When it is kept.</returns>
    Task KeepAsync(string day, SignedCheckpoint checkpoint, CancellationToken ct);

    /// <summary>The day of the last checkpoint kept before a day.</summary>
    /// <param name="day">The day, <c>yyyy-MM-dd</c>.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The day, <c>yyyy-MM-dd</c>; null when none was kept before.</returns>
    Task<string?> LastDayBeforeAsync(string day, CancellationToken ct);

    /// <summary>Reads one checkpoint.</summary>
    /// <param name="day">A day of which one is kept, <c>yyyy-MM-dd</c>.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The checkpoint; one without content where it cannot be read.</returns>
    Task<SignedCheckpoint> ReadAsync(string day, CancellationToken ct);

    /// <summary>Reads all checkpoints, oldest first.</summary>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The checkpoints by day.</returns>
    Task<IReadOnlyList<(string Day, SignedCheckpoint Checkpoint)>> ReadAsync(CancellationToken ct);

    /// <summary>Signs a checkpoint's text.</summary>
    /// <param name="content">The text in UTF-8.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The signature.</returns>
    Task<byte[]> SignAsync(byte[] content, CancellationToken ct);

    /// <summary>Whether a signature is of this host's key.</summary>
    /// <param name="content">The text in UTF-8.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether it is.</returns>
    Task<bool> VerifyAsync(byte[] content, byte[] signature, CancellationToken ct);
}
