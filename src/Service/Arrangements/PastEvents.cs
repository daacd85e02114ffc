using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>Something that happened to an arrangement, as its history has it.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who did it; null when a clock did.</param>
/// <param name="Event">What happened.</param>
public sealed record PastEvent(DateTimeOffset At, PersonId? By, ArrangementEvent Event);

/// <summary>Reads what has happened to an arrangement. What was disposed of, and what became of its mails, is left out.</summary>
/// <param name="store">The store.</param>
public sealed class PastEvents(IDocumentStore store)
{
    private static readonly ImmutableHashSet<string> Types =
    [
        .. typeof(ArrangementEvent).GetNestedTypes().Select(type => JsonNamingPolicy.CamelCase.ConvertName(type.Name)),
    ];

    /// <summary>Reads them all.</summary>
    /// <param name="id">The arrangement.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The events, oldest first.</returns>
    public async Task<ImmutableArray<PastEvent>> ReadAsync(ArrangementId id, CancellationToken ct)
    {
        var events = ImmutableArray.CreateBuilder<PastEvent>();
        var query = new DocumentQuery(Queries.HistoryInOrder) { Partition = ArrangementRecords.Kind.PartitionOf(id.Value) };
        while (true)
        {
            var page = await store.QueryAsync(query, ct);
            foreach (var document in page.Documents)
                if (Read(JsonSerializer.Deserialize<HistoryEntry>(document.Json.Span, WireFormat.Options)!) is { } past)
                    events.Add(past);
            if (page.Continuation is not { } next)
                return events.ToImmutable();
            query = query with { Continuation = next };
        }
    }

    private static PastEvent? Read(HistoryEntry entry)
    {
        if (entry.Content is not { } text)
            return null;
        var content = JsonSerializer.Deserialize<HistoryContent>(text, WireFormat.Options)!;
        return Types.Contains(content.Event.GetProperty(ClosedUnion.Discriminator).GetString()!)
            ? new(entry.RecordedAt, content.By, content.Event.Deserialize<ArrangementEvent>(WireFormat.Options)!)
            : null;
    }
}
