using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>The hash chain of a history.</summary>
public static class HistoryChain
{
    /// <summary>The hash before the first entry.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>Makes the next entry.</summary>
    /// <param name="previous">The hash of the last entry, or <see cref="Start"/>.</param>
    /// <param name="sequence">The new entry's number.</param>
    /// <param name="recordedAt">When it is recorded.</param>
    /// <param name="content">What it says, as JSON text.</param>
    /// <returns>The entry with a fresh salt.</returns>
    public static HistoryEntry Append(string previous, int sequence, DateTimeOffset recordedAt, string content)
    {
        var salt = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var commitment = Commit(salt, content);
        return new(sequence, recordedAt, content, salt, commitment, previous, Hash(previous, sequence, recordedAt, commitment));
    }

    /// <summary>What is wrong with an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="previous">The hash that must stand before it.</param>
    /// <param name="sequence">The number it must have.</param>
    /// <returns>One sentence; null when it is whole.</returns>
    public static string? Fault(HistoryEntry entry, string previous, int sequence) =>
        entry.Sequence != sequence ? $"entry {sequence} is missing"
        : entry.Previous != previous ? $"entry {sequence} does not follow the entry before it"
        : entry.Hash != Hash(previous, sequence, entry.RecordedAt, entry.Commitment) ? $"the hash of entry {sequence} is not its own"
        : entry is { Content: { } content, Salt: { } salt } && Commit(salt, content) != entry.Commitment
            ? $"the content of entry {sequence} was changed"
        : null;

    private static string Commit(string salt, string content) => Sha256($"{salt}\n{content}");

    private static string Hash(string previous, int sequence, DateTimeOffset recordedAt, string commitment) =>
        Sha256(string.Create(CultureInfo.InvariantCulture, $"{previous}\n{sequence}\n{StoreTime.Text(recordedAt)}\n{commitment}"));

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
