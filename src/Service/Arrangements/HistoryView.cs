using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Messages;
using OneToOne.Service.Identity;
using OneToOne.Service.Json;
using OneToOne.Service.Records;

namespace OneToOne.Service.Arrangements;

/// <summary>One entry of an arrangement's history, as a caller may see it.</summary>
/// <param name="Sequence">Its number, from 1. Numbers are missing where an entry is not for the caller.</param>
/// <param name="RecordedAt">When we recorded it.</param>
/// <param name="HappenedAt">When it happened, where that is not when we recorded it.</param>
/// <param name="By">Who did it; null when a clock or the delivery did.</param>
/// <param name="Event">What happened, told apart by <c>type</c>; null after lawful disposal.</param>
/// <param name="Known">The versions of the registers that were looked at.</param>
/// <param name="Hash">The entry's hash, over its content and the entry before.</param>
public sealed record HistoryView(
    int Sequence,
    DateTimeOffset RecordedAt,
    DateTimeOffset? HappenedAt,
    PersonId? By,
    JsonElement? Event,
    ImmutableSortedDictionary<string, int> Known,
    string Hash
)
{
    private const string Type = ClosedUnion.Discriminator;

    private static readonly string Concern = Name(nameof(ArrangementEvent.ConcernRaised));
    private static readonly string ConcernMessage = Name(nameof(MessageKind.ConcernRaised));
    private static readonly string RecordMessage = Name(nameof(MessageKind.RecordToRead));
    private static readonly string ClosedOut = Name(nameof(ArrangementEvent.ClosedOut));

    private static readonly ImmutableHashSet<string> Deliveries =
    [
        .. typeof(DeliveryEvent).GetNestedTypes().Select(type => Name(type.Name)),
    ];

    /// <summary>Shows an entry to somebody who may see all of its record.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The entry.</returns>
    public static HistoryView Whole(HistoryEntry entry) =>
        entry.Content is { } text && JsonSerializer.Deserialize<HistoryContent>(text, WireFormat.Options) is { } content
            ? new(entry.Sequence, entry.RecordedAt, content.HappenedAt, content.By, content.Event, content.Known, entry.Hash)
            : new(entry.Sequence, entry.RecordedAt, null, null, null, ImmutableSortedDictionary<string, int>.Empty, entry.Hash);

    /// <summary>Shows an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="seen">The arrangement, and as what the caller looks at it.</param>
    /// <returns>The entry; null when it is not for the caller.</returns>
    public static HistoryView? Of(HistoryEntry entry, SeenArrangement seen)
    {
        var none = ImmutableSortedDictionary<string, int>.Empty;
        if (entry.Content is not { } text)
            return new(entry.Sequence, entry.RecordedAt, null, null, null, none, entry.Hash);
        var content = JsonSerializer.Deserialize<HistoryContent>(text, WireFormat.Options)!;
        return Shown(content.Event, seen) is { } shown
            ? new(entry.Sequence, entry.RecordedAt, content.HappenedAt, content.By, shown, content.Known, entry.Hash)
            : null;
    }

    // What was delivered is for managers and inspectors: were only the mails about a concern left out, their gaps would tell of it.
    private static JsonElement? Shown(JsonElement happened, SeenArrangement seen)
    {
        var type = happened.GetProperty(Type).GetString()!;
        var isAbout = seen.Facts.Actor?.Id == seen.State.Plan.Worker;
        var hearsOfConcerns = seen.Sight is Sight.Head && !isAbout;
        if (type == Concern || (Deliveries.Contains(type) && IsAboutConcern(happened)))
            return hearsOfConcerns ? happened : null;
        if (Deliveries.Contains(type))
            return hearsOfConcerns || seen.Sight is Sight.Inspector ? happened : null;
        if (type == ClosedOut && !hearsOfConcerns && !isAbout)
            return JsonSerializer.SerializeToElement(new Dictionary<string, string> { [Type] = type }, WireFormat.Options);
        return happened;
    }

    private static bool IsAboutConcern(JsonElement delivered) =>
        delivered.TryGetProperty("kind", out var kind) && (kind.GetString() == ConcernMessage || kind.GetString() == RecordMessage);

    private static string Name(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
