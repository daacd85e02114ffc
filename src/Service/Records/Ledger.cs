using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OneToOne.Domain.Messages;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>
/// Keeps things with their history: reads a record, and commits a change of it — its state (If-Match), the history entries that say why, and
/// the messages that follow — as one step.
/// </summary>
/// <param name="store">The store.</param>
public sealed class Ledger(IDocumentStore store)
{
    /// <summary>Reads a record.</summary>
    /// <typeparam name="TState">Its state.</typeparam>
    /// <typeparam name="TEvent">Its events.</typeparam>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The record; null when there is none.</returns>
    public async ValueTask<Stored<TState>?> ReadAsync<TState, TEvent>(RecordKind<TState, TEvent> kind, string id, CancellationToken ct)
        where TState : class
        where TEvent : class => await store.ReadAsync(kind.KeyOf(id), ct) is { } found ? new(Read<TState>(found), found.ETag) : null;

    /// <summary>Reads a record's history. What was disposed of is left out.</summary>
    /// <typeparam name="TState">The record's state.</typeparam>
    /// <typeparam name="TEvent">The record's events.</typeparam>
    /// <param name="kind">The record's kind.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="from">The first sequence wanted.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When each entry was recorded and what it says, in order.</returns>
    public async IAsyncEnumerable<(DateTimeOffset RecordedAt, HistoryContent Content)> HistoryAsync<TState, TEvent>(
        RecordKind<TState, TEvent> kind,
        string id,
        int from,
        [EnumeratorCancellation] CancellationToken ct
    )
        where TState : class
        where TEvent : class
    {
        await foreach (var entry in store.EntriesAsync(kind.PartitionOf(id), SequenceId.Text(from), ct))
            if (entry.Content is { } text)
                yield return (entry.RecordedAt, JsonSerializer.Deserialize<HistoryContent>(text, WireFormat.Options)!);
    }

    /// <summary>Reads the record in a document that a query found.</summary>
    /// <typeparam name="TState">Its state.</typeparam>
    /// <param name="document">The document.</param>
    /// <returns>The record.</returns>
    /// <exception cref="RecordDisposedException">There is nothing left to read.</exception>
    public static Record<TState> Read<TState>(StoredDocument document)
    {
        var record = JsonSerializer.Deserialize<Record<TState>>(document.Json.Span, WireFormat.Options)!;
        return record.Disposed is null ? record : throw new RecordDisposedException();
    }

    /// <summary>Commits a change.</summary>
    /// <typeparam name="TState">The record's state.</typeparam>
    /// <typeparam name="TEvent">The record's events.</typeparam>
    /// <param name="kind">The record's kind.</param>
    /// <param name="before">The record as it was read; null to create it.</param>
    /// <param name="change">The change.</param>
    /// <param name="wakeAt">When something next happens to the changed state by itself, apart from its messages.</param>
    /// <param name="ct">Cancels the wait; the commit may happen all the same.</param>
    /// <returns>The record after the change; null when somebody else changed it first.</returns>
    public async ValueTask<Record<TState>?> CommitAsync<TState, TEvent>(
        RecordKind<TState, TEvent> kind,
        Stored<TState>? before,
        Change<TEvent> change,
        Func<TState, DateTimeOffset?> wakeAt,
        CancellationToken ct
    )
        where TState : class
        where TEvent : class
    {
        var (after, entries) = Apply(kind, before?.Record, change);
        var operations = ImmutableArray.CreateBuilder<Operation>();
        var document = Write(kind, after, change.At, wakeAt(after.State));
        operations.Add(before is null ? new Operation.Create(document) : new Operation.Replace(document, before.ETag));
        foreach (var entry in entries)
            operations.Add(
                new Operation.Create(
                    new(
                        DocumentTypes.History,
                        SequenceId.Text(entry.Sequence),
                        JsonSerializer.SerializeToUtf8Bytes(entry, WireFormat.Options)
                    )
                )
            );
        operations.AddRange(change.Also);
        var commit = new Commit(kind.PartitionOf(kind.IdOf(after.State)), change.CommandId, operations.ToImmutable());
        return await store.CommitAsync(commit, ct) is CommitResult.Conflict ? null : after;
    }

    private static (Record<TState> After, ImmutableArray<HistoryEntry> Entries) Apply<TState, TEvent>(
        RecordKind<TState, TEvent> kind,
        Record<TState>? before,
        Change<TEvent> change
    )
        where TState : class
        where TEvent : class
    {
        var entries = ImmutableArray.CreateBuilder<HistoryEntry>();
        var outbox = change.Outbox.ToBuilder();
        var (state, count, head) = (before?.State, before?.Count ?? 0, before?.Head ?? HistoryChain.Start);
        foreach (var happening in change.Happened)
        {
            state = kind.Evolve(state, happening.Event, change.At);
            Append(
                new(
                    happening.By,
                    happening.HappenedAt,
                    happening.Known,
                    JsonSerializer.SerializeToElement(happening.Event, WireFormat.Options)
                )
            );
            foreach (var message in happening.Messages)
                Queue(kind.PartitionOf(kind.IdOf(state)), message);
        }
        foreach (var delivered in change.Delivered)
            Append(new(null, null, delivered.Known, JsonSerializer.SerializeToElement(delivered, WireFormat.Options)));
        var after = new Record<TState>(state!, count, head, outbox.ToImmutable(), change.Reached);
        return (after, entries.ToImmutable());

        void Append(HistoryContent content)
        {
            count++;
            var entry = HistoryChain.Append(head, count, change.At, JsonSerializer.Serialize(content, WireFormat.Options));
            entries.Add(entry);
            head = entry.Hash;
        }

        void Queue(string partition, Message message)
        {
            Add(Channel.Mail);
            if (message.CallsLevel)
                Add(Channel.Webhook);

            void Add(Channel channel) => outbox.Add(new($"{partition}.{count}.{outbox.Count}", message, channel, change.At));
        }
    }

    internal static Document Write<TState, TEvent>(
        RecordKind<TState, TEvent> kind,
        Record<TState> record,
        DateTimeOffset at,
        DateTimeOffset? wakeAt
    )
        where TState : class
        where TEvent : class
    {
        ImmutableArray<FieldValue> fields =
        [
            .. kind.FieldsOf(record.State),
            new(Fields.ChangedOn, StoreTime.Day(at)),
            .. kind.Type.Fields.Contains(Fields.DueAt)
                ? [FieldValue.At(Fields.DueAt, record.DueAt(wakeAt))]
                : ImmutableArray<FieldValue>.Empty,
        ];
        return new(kind.Type, kind.IdOf(record.State), JsonSerializer.SerializeToUtf8Bytes(record, WireFormat.Options), fields);
    }
}
