using System.Runtime.CompilerServices;
using System.Text.Json;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>One entry of a history with the record before and after it.</summary>
/// <typeparam name="TState">The record's state.</typeparam>
/// <typeparam name="TEvent">The record's events.</typeparam>
/// <param name="Sequence">The entry's number, from 1.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Content">What it says; null after lawful disposal.</param>
/// <param name="Event">What happened to the record; null when it is about a message or a link, or disposed of.</param>
/// <param name="Delivered">What became of a message or a link; null when it is about the record itself, or disposed of.</param>
/// <param name="Before">The record before it; null before the first, and once something was disposed of.</param>
/// <param name="After">The record after it; null once something was disposed of: nobody can say then what it was.</param>
public sealed record Moment<TState, TEvent>(
    int Sequence,
    DateTimeOffset At,
    HistoryContent? Content,
    TEvent? Event,
    DeliveryEvent? Delivered,
    TState? Before,
    TState? After
)
    where TState : class
    where TEvent : class;

/// <summary>Lives the histories of records again, entry by entry: what was so at a moment, and what was known then.</summary>
/// <param name="store">The store.</param>
public sealed class Past(IDocumentStore store)
{
    /// <summary>Lives a record's history.</summary>
    /// <typeparam name="TState">The record's state.</typeparam>
    /// <typeparam name="TEvent">The record's events.</typeparam>
    /// <param name="kind">The record's kind.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Its entries, in order, as they are read.</returns>
    public async IAsyncEnumerable<Moment<TState, TEvent>> LiveAsync<TState, TEvent>(
        RecordKind<TState, TEvent> kind,
        string id,
        [EnumeratorCancellation] CancellationToken ct
    )
        where TState : class
        where TEvent : class
    {
        var (state, whole) = ((TState?)null, true);
        await foreach (var entry in store.EntriesAsync(kind.PartitionOf(id), null, ct))
        {
            var before = state;
            var content = entry.Content is { } text ? JsonSerializer.Deserialize<HistoryContent>(text, WireFormat.Options) : null;
            var delivered = content is null ? null : DeliveryEvent.Of(content.Event);
            var happened = content is null || delivered is not null ? null : content.Event.Deserialize<TEvent>(WireFormat.Options);
            whole &= content is not null;
            state =
                !whole ? null
                : happened is null ? before
                : kind.Evolve(before, happened, entry.RecordedAt);
            yield return new(entry.Sequence, entry.RecordedAt, content, happened, delivered, before, state);
        }
    }

    /// <summary>The last entry of a record's history at a moment.</summary>
    /// <typeparam name="TState">The record's state.</typeparam>
    /// <typeparam name="TEvent">The record's events.</typeparam>
    /// <param name="kind">The record's kind.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="at">The moment, itself included.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The entry, with the record as it was then; null before the first.</returns>
    public async ValueTask<Moment<TState, TEvent>?> AsOfAsync<TState, TEvent>(
        RecordKind<TState, TEvent> kind,
        string id,
        DateTimeOffset at,
        CancellationToken ct
    )
        where TState : class
        where TEvent : class
    {
        Moment<TState, TEvent>? last = null;
        await foreach (var moment in LiveAsync(kind, id, ct))
        {
            if (moment.At > at)
                break;
            last = moment;
        }
        return last;
    }
}
