using System.Collections.Immutable;
using OneToOne.Service.Records;

namespace OneToOne.Service.Deliveries;

// Writes down what became of what was sent, and does what follows from it.
public abstract partial class Deliverer<TState, TEvent>
{
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
}
