using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
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

    // What is said to somebody, or why it could not be written.
    private sealed record Written(Letter? Letter, string? Failure = null);

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

    /// <summary>When that happened which a message tells of.</summary>
    /// <param name="record">The record.</param>
    /// <param name="message">The message.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When it was recorded; null when it was disposed of and nothing came after.</returns>
    protected async ValueTask<DateTimeOffset?> CausedAtAsync(Record<TState> record, OutgoingMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(message);
        await foreach (var (at, _) in ledger.HistoryAsync(kind, kind.IdOf(record.State), message.CausedBy, ct))
            return at;
        return null;
    }

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

    /// <summary>
    /// Writes down what a carrier reports of a mail. One that did not arrive is given up like one that could not be sent: nobody was reached by
    /// it, whatever was thought before. The same report twice is the same as once.
    /// </summary>
    /// <param name="mail">The mail.</param>
    /// <param name="report">What the carrier says of it.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether it was news, and when the record is due now.</returns>
    public async Task<(bool IsNews, DateTimeOffset? DueAt)> ReportAsync(SentMail mail, DeliveryReport report, CancellationToken ct)
    {
        var sent = new Sent(
            new(mail.MessageId, mail.Message, Channel.Mail, Clock.GetUtcNow()),
            null,
            Report: report,
            Version: mail.Version
        );
        var after = await RecordAsync(mail.Record, [sent], ct);
        return (after ?? (await ledger.ReadAsync(kind, mail.Record, ct))?.Record) is { } record
            ? (after is not null, record.DueAt((await WakeAtAsync(record.State, ct))(record.State)))
            : (false, null);
    }

    private async Task<Dictionary<Message, Written>?> ClaimAsync(
        Stored<TState> stored,
        ImmutableArray<OutgoingMessage> due,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var written = new Dictionary<Message, Written>();
        var keep = new Dictionary<string, Operation>();
        foreach (var message in due)
            if (!written.ContainsKey(message.Message))
                written[message.Message] = await TryWriteAsync(stored.Record, message, keep, ct);
        var change = new Change<TEvent>
        {
            CommandId = Guid.NewGuid().ToString("N"),
            At = now,
            Outbox = [.. stored.Record.Outbox.Select(m => due.Contains(m) ? m with { DueAt = now + DeliveryPace.Claim } : m)],
            Reached = stored.Record.Reached,
            Also = [.. keep.Values],
        };
        return await ledger.CommitAsync(kind, stored, change, await WakeAtAsync(stored.State, ct), ct) is null ? null : written;
    }

    // One message that cannot be written keeps no other from going out. A store that does not answer is another matter: nothing is claimed.
    private async Task<Written> TryWriteAsync(
        Record<TState> record,
        OutgoingMessage message,
        Dictionary<string, Operation> keep,
        CancellationToken ct
    )
    {
        try
        {
            var written = await WriteAsync(record, message.Message, keep, ct);
            if (written?.Keep is { } operation)
                keep[operation.Id] = operation;
            return new(written?.Letter);
        }
        catch (Exception e) when (e is not StoreUnavailableException && !ct.IsCancellationRequested)
        {
            var failure = e.GetType().Name;
            NotSent(MailMessage.IdOf(message.Id), failure);
            return new(null, failure);
        }
    }

    // One message that fails in a way nobody thought of keeps no other from being sent and written down.
    private async Task<Sent> TrySendAsync(TState state, OutgoingMessage message, Written written, string id, CancellationToken ct)
    {
        if (written.Failure is { } unwritten)
            return new(message, new DeliveryResult.Failed(false, unwritten));
        try
        {
            return await SendAsync(state, message, written.Letter, id, ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            return new(message, null, Unsent.Interrupted);
        }
        catch (Exception e)
        {
            var failure = e.GetType().Name;
            NotSent(MailMessage.IdOf(message.Id), failure);
            return new(message, new DeliveryResult.Failed(false, failure));
        }
    }

    private async Task<Sent> SendAsync(TState state, OutgoingMessage message, Letter? letter, string id, CancellationToken ct)
    {
        if (letter is null)
            return new(message, null, Unsent.Pointless);
        // Read just before sending: nobody who is barred by now is told anything.
        if (await IsBarredAsync(state, message.Message, ct))
            return new(message, null, Unsent.Barred);
        if (await RecipientAsync(message.Message, ct) is not { } person)
            return new(message, new DeliveryResult.Failed(true, "the person is not in the register"));
        if (person.HasLeft(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime)))
            return new(message, null, Unsent.Left);
        if (message.Channel == Channel.Webhook && person.Webhook is null)
            return new(message, null, Unsent.NoSuchChannel);
        return new(message, await postman.SendAsync(message, letter, person, kind.KeyOf(id), ct), Version: person.Version);
    }

    // Null when there is nothing new to write down.
    private async Task<Record<TState>?> RecordAsync(string id, IReadOnlyCollection<Sent> sent, CancellationToken ct)
    {
        var commandId = Guid.NewGuid().ToString("N");
        while (await ledger.ReadAsync(kind, id, ct) is { } stored)
        {
            var now = Clock.GetUtcNow();
            var record = stored.Record;
            var said = ImmutableArray.CreateBuilder<DeliveryEvent>();
            var happened = ImmutableArray.CreateBuilder<Happening<TEvent>>();
            var isNews = false;
            foreach (var one in sent)
            {
                // Asked after the record was read: whoever writes it down in between changes the record, and our commit is a conflict.
                if (one.Report is null ? !one.Waits(record) : await IsSaidAsync(id, one, ct))
                    continue;
                isNews = true;
                var (next, delivered) = one.After(record, now);
                record = next;
                said.AddRange(delivered);
                if (!one.IsGivenUp(delivered))
                    continue;
                foreach (var happening in await GivenUpAsync(record, one.Message, now, ct))
                {
                    happened.Add(happening);
                    record = record with { State = kind.Evolve(record.State, happening.Event, now) };
                }
            }
            if (!isNews)
                return null;
            var change = new Change<TEvent>
            {
                CommandId = commandId,
                At = now,
                Happened = happened.ToImmutable(),
                Delivered = said.ToImmutable(),
                Outbox = record.Outbox,
                Reached = record.Reached,
            };
            if (await ledger.CommitAsync(kind, stored, change, await WakeAtAsync(stored.State, ct), ct) is { } after)
                return after;
        }
        return null;
    }

    private async ValueTask<bool> IsSaidAsync(string id, Sent sent, CancellationToken ct)
    {
        await foreach (var (_, past) in ledger.HistoryAsync(kind, id, sent.Message.CausedBy, ct))
            if (DeliveryEvent.Of(past.Event) is { } e && sent.IsSaidBy(e))
                return true;
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} could not be sent ({Failure}); it is tried again")]
    private partial void NotSent(string id, string failure);
}
