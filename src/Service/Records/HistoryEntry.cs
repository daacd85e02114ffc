using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;

namespace OneToOne.Service.Records;

/// <summary>What one history entry says.</summary>
/// <param name="By">Who did it; null when a clock or the delivery did.</param>
/// <param name="HappenedAt">When it happened, where that is not when we recorded it.</param>
/// <param name="Known">The versions of the registers that were looked at, by record: what was known when it was decided.</param>
/// <param name="Event">The event, with its <c>type</c>.</param>
public sealed record HistoryContent(
    PersonId? By,
    DateTimeOffset? HappenedAt,
    ImmutableSortedDictionary<string, int> Known,
    JsonElement Event
);

/// <summary>
/// One entry of a history. The chain runs over a salted commitment to the content, so that the content can be lawfully disposed of and the
/// chain stays whole. The content is kept as text, byte for byte as it was committed to.
/// </summary>
/// <param name="Sequence">Its number, from 1.</param>
/// <param name="RecordedAt">When we recorded it.</param>
/// <param name="Content">A <see cref="HistoryContent"/> as JSON text; null after disposal.</param>
/// <param name="Salt">32 random bytes, Base64; null after disposal.</param>
/// <param name="Commitment">SHA-256 over salt and content, hexadecimal.</param>
/// <param name="Previous">The hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over previous, sequence, moment and commitment, hexadecimal.</param>
public sealed record HistoryEntry(
    int Sequence,
    DateTimeOffset RecordedAt,
    string? Content,
    string? Salt,
    string Commitment,
    string Previous,
    string Hash
);
