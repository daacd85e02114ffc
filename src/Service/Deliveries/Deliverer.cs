using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Domain.Messages;
using OneToOne.Service.Mail;
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

    /// <summary>What follows for the record when a message is given up.</summary>
    /// <param name="record">The record, without the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="now">This moment.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The events, with their own messages.</returns>
    protected virtual ValueTask<ImmutableArray<Happening<TEvent>>> GivenUpAsync(
        Record<TState> record,
        Message message,
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
            if (await ClaimAsync(stored, due, now, ct) is { } letters)
            {
                var sent = await Task.WhenAll(due.Select(m => TrySendAsync(stored.State, m, letters.GetValueOrDefault(m.Message), id, ct)));
                // What a server has taken on is written down even at shutdown, or it would be sent twice.
                await RecordAsync(id, sent, CancellationToken.None);
            }
        }
    }

    private async Task<Dictionary<Message, Letter>?> ClaimAsync(
        Stored<TState> stored,
        ImmutableArray<OutgoingMessage> due,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var letters = new Dictionary<Message, Letter>();
        var keep = new Dictionary<string, Operation>();
        foreach (var message in due.Select(m => m.Message).Distinct())
            if (await WriteAsync(stored.Record, message, keep, ct) is { } written)
            {
                letters[message] = written.Letter;
                if (written.Keep is { } operation)
                    keep[operation.Id] = operation;
            }
        var change = new Change<TEvent>
        {
            CommandId = Guid.NewGuid().ToString("N"),
            At = now,
            Outbox = [.. stored.Record.Outbox.Select(m => due.Contains(m) ? m with { DueAt = now + DeliveryPace.Claim } : m)],
            Reached = stored.Record.Reached,
            Also = [.. keep.Values],
        };
        return await ledger.CommitAsync(kind, stored, change, await WakeAtAsync(stored.State, ct), ct) is null ? null : letters;
    }

    // One message that fails in a way nobody thought of keeps no other from being sent and written down.
    private async Task<Sent> TrySendAsync(TState state, OutgoingMessage message, Letter? letter, string id, CancellationToken ct)
    {
        try
        {
            return await SendAsync(state, message, letter, id, ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            return new(message, null, Unsent.Interrupted);
        }
        catch (Exception e)
        {
            var failure = e.GetType().Name;
            NotSent(message.Id, failure);
            return new(message, new DeliveryResult.Failed(false, failure));
        }
    }

    private async Task<Sent> SendAsync(TState state, OutgoingMessage message, Letter? letter, string id, CancellationToken ct)
    {
        if (letter is null)
            return new(message, null, Unsent.Pointless);
        // Read just before sending: nobody who is barred by now is told anything.
        if (
            kind.ChildOf(state) is { } childId
            && await Registers.ChildAsync(childId, ct) is { } child
            && child.IsBarred(message.Message.To)
        )
            return new(message, null, Unsent.Barred);
        if (await Registers.PersonAsync(message.Message.To, ct) is not { } person)
            return new(message, new DeliveryResult.Failed(true, "the person is not in the register"));
        if (person.HasLeft(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime)))
            return new(message, null, Unsent.Left);
        if (message.Channel == Channel.Webhook && person.Webhook is null)
            return new(message, null, Unsent.NoSuchChannel);
        return new(message, await postman.SendAsync(message, letter, person, id, ct));
    }

    private async Task RecordAsync(string id, IReadOnlyCollection<Sent> sent, CancellationToken ct)
    {
        var commandId = Guid.NewGuid().ToString("N");
        while (await ledger.ReadAsync(kind, id, ct) is { } stored)
        {
            var now = Clock.GetUtcNow();
            var record = stored.Record;
            var said = ImmutableArray.CreateBuilder<DeliveryEvent>();
            var happened = ImmutableArray.CreateBuilder<Happening<TEvent>>();
            foreach (var one in sent)
            {
                var (next, delivered) = After(record, one, now);
                record = next;
                if (delivered is not null)
                    said.Add(delivered);
                if (!IsGivenUp(one, delivered))
                    continue;
                foreach (var happening in await GivenUpAsync(record, one.Message.Message, now, ct))
                {
                    happened.Add(happening);
                    record = record with { State = kind.Evolve(record.State, happening.Event, now) };
                }
            }
            var change = new Change<TEvent>
            {
                CommandId = commandId,
                At = now,
                Happened = happened.ToImmutable(),
                Delivered = said.ToImmutable(),
                Outbox = record.Outbox,
                Reached = record.Reached,
            };
            if (await ledger.CommitAsync(kind, stored, change, await WakeAtAsync(stored.State, ct), ct) is not null)
                return;
        }
    }

    // Nobody need tell a person who is barred or has left; somebody else must hear of what cannot wait.
    private static bool IsGivenUp(Sent sent, DeliveryEvent? said) =>
        sent.Why switch
        {
            Unsent.Barred or Unsent.Left => sent.Message.Message.Kind is MessageKind.Escalation or MessageKind.ConcernRaised,
            Unsent.NoSuchChannel => true,
            _ => said is DeliveryEvent.MessageFailed,
        };

    private static (Record<TState> Record, DeliveryEvent? Said) After(Record<TState> record, Sent sent, DateTimeOffset now)
    {
        var (message, attempts) = (sent.Message.Message, sent.Message.Attempts + 1);
        var gone = record with { Outbox = record.Outbox.RemoveAll(m => m.Id == sent.Message.Id) };
        switch (sent.Result)
        {
            case null when sent.Why == Unsent.Barred:
                return (gone, new DeliveryEvent.MessageSuppressed(sent.Message.Id, message.Kind, message.To));
            case null when sent.Why == Unsent.Left:
                return (gone, Failed("the person has left"));
            case null when sent.Why == Unsent.Interrupted:
                return (Retry(sent.Message.Attempts, now), null);
            case null:
                return (gone, null);
            case DeliveryResult.Accepted:
                var reached = message is { Kind: MessageKind.Escalation, Cause: { } cause, Step: { } step }
                    ? new ReachedStep(cause, step)
                    : null;
                return (
                    reached is null || gone.Reached.Contains(reached) ? gone : gone with { Reached = gone.Reached.Add(reached) },
                    new DeliveryEvent.MessageAccepted(sent.Message.Id, message.Kind, message.To, sent.Message.Channel)
                );
            case DeliveryResult.Throttled throttled:
                return (Retry(sent.Message.Attempts, now + throttled.RetryAfter), null);
            case DeliveryResult.Failed { Permanent: false } when DeliveryPace.Again(message, attempts) is { } pause:
                return (Retry(attempts, now + pause), null);
            case DeliveryResult.Failed failed:
                return (gone, Failed(failed.Reason));
            default:
                throw new InvalidOperationException("A delivery is accepted, throttled or failed.");
        }

        DeliveryEvent Failed(string reason) =>
            new DeliveryEvent.MessageFailed(sent.Message.Id, message.Kind, message.To, sent.Message.Channel, reason);

        Record<TState> Retry(int counted, DateTimeOffset at) =>
            record with
            {
                Outbox = [.. record.Outbox.Select(m => m.Id == sent.Message.Id ? m with { Attempts = counted, DueAt = at } : m)],
            };
    }

    private enum Unsent
    {
        Pointless,
        Barred,
        Left,
        Interrupted,
        NoSuchChannel,
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} could not be sent ({Failure}); it is tried again")]
    private partial void NotSent(string id, string failure);

    private sealed record Sent(OutgoingMessage Message, DeliveryResult? Result, Unsent? Why = null);
}
