using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

/// <summary>
/// Delivers the waiting messages of one kind of record, at least once: claimed in the store, sent, and what became of it recorded. Whoever
/// dies in between leaves a claim that runs out.
/// </summary>
/// <typeparam name="TState">The record's state.</typeparam>
/// <typeparam name="TEvent">The record's events.</typeparam>
public abstract partial class Deliverer<TState, TEvent>(
    RecordKind<TState, TEvent> kind,
    Ledger ledger,
    RegisterReader registers,
    Postman postman,
    TimeProvider clock,
    ILogger log
)
    where TState : class
    where TEvent : class
{
    private const int AtOnce = 20;

    /// <summary>The registers.</summary>
    protected RegisterReader Registers { get; } = registers;

    /// <summary>The product's clock.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>What a message says.</summary>
    /// <param name="record">The record, with all that waits.</param>
    /// <param name="message">The message.</param>
    /// <param name="kept">The links that the same claim keeps already, by their ids: two messages may share one.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The letter, and the operation that keeps its link; null when the message has lost its point and is dropped.</returns>
    protected abstract ValueTask<(Letter Letter, Operation? Keep)?> WriteAsync(
        Record<TState> record,
        Message message,
        IReadOnlyDictionary<string, Operation> kept,
        CancellationToken ct
    );

    /// <summary>When something next happens to a state by itself.</summary>
    /// <param name="state">The state.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The moment, or null.</returns>
    protected abstract ValueTask<Func<TState, DateTimeOffset?>> WakeAtAsync(TState state, CancellationToken ct);

    /// <summary>The recipient of a message, with the addresses that it goes to.</summary>
    /// <param name="message">The message.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The person; null when the register does not know them.</returns>
    protected virtual ValueTask<Person?> RecipientAsync(Message message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Registers.PersonAsync(message.To, ct);
    }

    /// <summary>Whether the recipient must not be told, by the child's record as it is now.</summary>
    /// <param name="state">The state.</param>
    /// <param name="message">The message.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether a bar stands against it.</returns>
    protected virtual async ValueTask<bool> IsBarredAsync(TState state, Message message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        return kind.ChildOf(state) is { } id && await Registers.ChildAsync(id, ct) is { } child && child.IsBarred(message.To);
    }

    /// <summary>What follows for the record when a message is given up.</summary>
    /// <param name="record">The record, without the message.</param>
    /// <param name="given">The message.</param>
    /// <param name="now">This moment.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The events, with their own messages.</returns>
    protected virtual ValueTask<ImmutableArray<Happening<TEvent>>> GivenUpAsync(
        Record<TState> record,
        OutgoingMessage given,
        DateTimeOffset now,
        CancellationToken ct
    ) => new([]);

    /// <summary>Delivers all that is due.</summary>
    /// <param name="id">The record's id.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When nothing is due any more.</returns>
    public async Task DeliverAsync(string id, CancellationToken ct)
    {
        while (await ledger.ReadAsync(kind, id, ct) is { } stored)
        {
            var now = Clock.GetUtcNow();
            var due = stored
                .Record.Outbox.Where(m => m.DueAt <= now)
                .OrderBy(m => DeliveryPace.Rank(m.Message))
                .Take(AtOnce)
                .ToImmutableArray();
            if (due.IsEmpty)
                return;
            if (await ClaimAsync(stored, due, now, ct) is { } written)
            {
                var sent = await Task.WhenAll(due.Select(m => TrySendAsync(stored.State, m, written[m.Message], id, ct)));
                // What a server has taken on is written down even at shutdown, or it would be sent twice.
                await RecordAsync(id, sent, CancellationToken.None);
            }
        }
    }
}
