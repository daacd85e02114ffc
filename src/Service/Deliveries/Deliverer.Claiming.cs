using System.Collections.Immutable;
using OneToOne.Domain.Messages;
using OneToOne.Service.Mail;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

// Writes what is due and claims it, so that nobody else sends it meanwhile.
public abstract partial class Deliverer<TState, TEvent>
{
    // What is said to somebody, or why it could not be written.
    private sealed record Written(Letter? Letter, string? Failure = null);

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
}
