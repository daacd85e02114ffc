using System.Collections.Immutable;
using OneToOne.Domain.Messages;
using OneToOne.Service.Mail;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Deliveries;

/// <summary>Why a message was not handed over.</summary>
internal enum Unsent
{
    Pointless,
    Barred,
    Left,
    Interrupted,
    NoSuchChannel,
}

/// <summary>
/// What became of one message of a record: of its attempt, or by a carrier's report. The version is that of the recipient in the register, and
/// says to which address it went.
/// </summary>
internal sealed record Sent(
    OutgoingMessage Message,
    DeliveryResult? Result,
    Unsent? Why = null,
    DeliveryReport? Report = null,
    int? Version = null
)
{
    /// <summary>Whether a record's outbox still holds it; if not, somebody else has written down what became of it.</summary>
    public bool Waits<TState>(Record<TState> record) => record.Outbox.Any(m => m.Id == Message.Id);

    /// <summary>What it makes of the record, and what is said of it in the history.</summary>
    public (Record<TState> Record, ImmutableArray<DeliveryEvent> Said) After<TState>(Record<TState> record, DateTimeOffset now)
    {
        var (message, attempts) = (Message.Message, Message.Attempts + 1);
        var gone = record with { Outbox = record.Outbox.RemoveAll(m => m.Id == Message.Id) };
        return (Report, Result, Why) switch
        {
            // It goes out all the same: only its own attempt can say that it was handed over.
            (DeliveryReport.Delivered, _, _) when Waits(record) => (Arrived(record), []),
            (DeliveryReport.Delivered, _, _) => (record, [Delivered()]),
            (DeliveryReport.NotDelivered e, _, _) => (NotReached(gone), [Failed(e.Reason)]),
            (_, DeliveryResult.Accepted, _) => (Reached(gone), HasArrived(record) ? [Accepted(), Delivered()] : [Accepted()]),
            (_, DeliveryResult.Throttled e, _) => (Retry(record, Message.Attempts, now + e.RetryAfter), []),
            (_, DeliveryResult.Failed { Permanent: false }, _) when DeliveryPace.Again(message, attempts) is { } pause => (
                Retry(record, attempts, now + pause),
                []
            ),
            (_, DeliveryResult.Failed e, _) => (gone, [Failed(e.Reason)]),
            (_, _, Unsent.Barred) => (gone, [new DeliveryEvent.MessageSuppressed(Message.Id, message.Kind, message.To)]),
            (_, _, Unsent.Left) => (gone, [Failed("the person has left")]),
            (_, _, Unsent.Interrupted) => (Retry(record, Message.Attempts, now), []),
            _ => (gone, []),
        };
    }

    /// <summary>Whether nobody is told by it, so that somebody else must hear of what cannot wait.</summary>
    public bool IsGivenUp(ImmutableArray<DeliveryEvent> said) =>
        Why switch
        {
            // Nobody need tell a person who is barred or has left.
            Unsent.Barred or Unsent.Left => Message.Message.CallsLevel || Message.Message.IsOfConcern,
            Unsent.NoSuchChannel => true,
            _ => said.Any(e => e is DeliveryEvent.MessageFailed),
        };

    /// <summary>Whether a history says already what the report says: a report comes at least once.</summary>
    public bool IsSaidBy(DeliveryEvent e) =>
        (Report, e) switch
        {
            (DeliveryReport.Delivered, DeliveryEvent.MessageDelivered past) => past.MessageId == Message.Id,
            (DeliveryReport.NotDelivered, DeliveryEvent.MessageFailed past) => past.MessageId == Message.Id,
            _ => false,
        };

    private bool HasArrived<TState>(Record<TState> record) => record.Outbox.Any(m => m.Id == Message.Id && m.Arrived);

    private Record<TState> Arrived<TState>(Record<TState> record) =>
        record with
        {
            Outbox = [.. record.Outbox.Select(m => m.Id == Message.Id ? m with { Arrived = true } : m)],
        };

    // Steps before the newest one are of no use any more.
    private Record<TState> Reached<TState>(Record<TState> record) =>
        Message.Message is { CallsLevel: true, Cause: { } cause, Step: { } step }
            ? record with
            {
                Reached = record.Reached.RemoveAll(r => r.Cause == cause && r.Step < step).Add(new(cause, step, Message.Id)),
            }
            : record;

    private Record<TState> NotReached<TState>(Record<TState> record) =>
        record with
        {
            Reached = record.Reached.RemoveAll(r => r.MessageId == Message.Id),
        };

    private Record<TState> Retry<TState>(Record<TState> record, int counted, DateTimeOffset at) =>
        record with
        {
            Outbox = [.. record.Outbox.Select(m => m.Id == Message.Id ? m with { Attempts = counted, DueAt = at } : m)],
        };

    private ImmutableSortedDictionary<string, int> Known =>
        Version is { } version
            ? ImmutableSortedDictionary<string, int>.Empty.Add(RegisterKinds.People.PartitionOf(Message.Message.To.Value), version)
            : ImmutableSortedDictionary<string, int>.Empty;

    private DeliveryEvent.MessageAccepted Accepted() =>
        new(Message.Id, Message.Message.Kind, Message.Message.To, Message.Channel) { Known = Known };

    private DeliveryEvent.MessageDelivered Delivered() => new(Message.Id, Message.Message.Kind, Message.Message.To) { Known = Known };

    private DeliveryEvent.MessageFailed Failed(string reason) =>
        new(Message.Id, Message.Message.Kind, Message.Message.To, Message.Channel, reason) { Known = Known };
}
