using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Json;
using OneToOne.Service.Records;

namespace OneToOne.Service.Arrangements;

/// <summary>Something that happened to an arrangement, as its history has it.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who did it; null when a clock did.</param>
/// <param name="Event">What happened.</param>
public sealed record PastEvent(DateTimeOffset At, PersonId? By, ArrangementEvent Event);

/// <summary>Reads what has happened to an arrangement. What was disposed of, and what became of its mails, is left out.</summary>
/// <param name="ledger">Where arrangements are kept.</param>
public sealed class PastEvents(Ledger ledger)
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
        await foreach (var (at, past) in ledger.HistoryAsync(ArrangementRecords.Kind, id.Value, 1, ct))
            if (Types.Contains(past.Event.GetProperty(ClosedUnion.Discriminator).GetString()!))
                events.Add(new(at, past.By, past.Event.Deserialize<ArrangementEvent>(WireFormat.Options)!));
        return events.ToImmutable();
    }
}
