using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Messages;
using OneToOne.Service.Arrangements;
using OneToOne.Service.DueWork;
using OneToOne.Service.Links;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Deliveries;

/// <summary>
/// Sends a link again to somebody who has had it: with its code, or with a new one when the old was locked. Nobody gets a link by this that
/// the arrangement did not send them itself, but for whoever approved in another way, and the history keeps who asked. Nobody is sent one twice
/// within minutes, however often it is asked for.
/// </summary>
/// <param name="ledger">Where arrangements are kept.</param>
/// <param name="links">Where links are kept.</param>
/// <param name="registers">The registers.</param>
/// <param name="wakeUp">The host's clock.</param>
/// <param name="clock">The product's clock.</param>
public sealed class LinkAgain(Ledger ledger, LinkStore links, RegisterReader registers, IWakeUp wakeUp, TimeProvider clock)
{
    /// <summary>How long nobody is sent the same link again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static readonly ArrangementRecords Kind = ArrangementRecords.Kind;

    /// <summary>Queues the mails that carry a link.</summary>
    /// <param name="id">The arrangement.</param>
    /// <param name="purpose">What the link is for.</param>
    /// <param name="to">Whose link it is.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="ct">Cancels the wait; it may be queued all the same.</param>
    /// <returns>What came of it.</returns>
    public async ValueTask<LinkSent> SendAsync(ArrangementId id, LinkPurpose purpose, PersonId to, PersonId by, CancellationToken ct)
    {
        var commandId = Guid.NewGuid().ToString("N");
        while (await ledger.ReadAsync(Kind, id.Value, ct) is { } stored)
        {
            var policy = await registers.PolicyAsync(stored.State.PolicyVersion, ct);
            var now = clock.GetUtcNow();
            var messages = ImmutableArray.CreateBuilder<Message>();
            foreach (var message in Waiting(stored.State, purpose, to, now))
                if (
                    message.Kind is MessageKind.ApprovalLink
                    || await WasSentAsync(stored.State, ArrangementLinks.For(stored.State, message, policy, now), ct)
                )
                    messages.Add(message);
            if (messages.Count == 0)
                return LinkSent.Nothing;
            if (await WasAskedAsync(id, purpose, to, now - Pause, ct))
                return LinkSent.TooSoon;
            var change = Queue(stored.Record, messages.ToImmutable(), new(purpose, to, by), commandId);
            if (await ledger.CommitAsync(Kind, stored, change, s => ArrangementClock.WakeAt(s, policy), ct) is null)
                continue;
            // It is on disk: what belongs to it is done even when whoever asked has gone.
            await wakeUp.WakeAsync(Kind.KeyOf(id.Value), change.At, CancellationToken.None);
            return LinkSent.Queued;
        }
        return LinkSent.Nothing;
    }

    // Whoever asks in between changes the record, so that the commit is a conflict and it is looked at again.
    private async ValueTask<bool> WasAskedAsync(
        ArrangementId id,
        LinkPurpose purpose,
        PersonId to,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        await foreach (var (at, content) in ledger.HistoryAsync(Kind, id.Value, 1, ct))
            if (
                at > since
                && DeliveryEvent.Of(content.Event) is DeliveryEvent.LinkAskedAgain asked
                && (asked.Purpose, asked.To) == (purpose, to)
            )
                return true;
        return false;
    }

    private Change<ArrangementEvent> Queue(
        Record<Arrangement> record,
        ImmutableArray<Message> messages,
        DeliveryEvent.LinkAskedAgain asked,
        string commandId
    )
    {
        var now = clock.GetUtcNow();
        var entry = $"{Kind.PartitionOf(record.State.Id.Value)}.{record.Count + 1}";
        return new()
        {
            CommandId = commandId,
            At = now,
            Delivered = [asked],
            Outbox = [.. record.Outbox, .. messages.Select((m, i) => new OutgoingMessage($"{entry}.{i}", m, Channel.Mail, now))],
            Reached = record.Reached,
        };
    }

    private async ValueTask<bool> WasSentAsync(Arrangement state, LinkWanted wanted, CancellationToken ct) =>
        await links.ReadAsync(Kind.PartitionOf(state.Id.Value), wanted.Id, ct) is not null;

    private static IEnumerable<Message> Waiting(Arrangement state, LinkPurpose purpose, PersonId to, DateTimeOffset now) =>
        (purpose, state.Phase) switch
        {
            (LinkPurpose.Approve, _) when MayTakeBack(state, to, now) => [new(MessageKind.ApprovalLink, to)],
            (LinkPurpose.Approve, Phase.AwaitingApproval) => [new(MessageKind.ApprovalAsked, to)],
            (LinkPurpose.Override, Phase.AwaitingOverride) => [new(MessageKind.OverrideAsked, to)],
            (LinkPurpose.Notice, Phase.Approved or Phase.InForce or Phase.Suspended or Phase.Active) => [new(MessageKind.Notice, to)],
            (LinkPurpose.Session, Phase.Approved or Phase.Suspended or Phase.Active or Phase.AwaitingCloseOut) =>
            [
                new(MessageKind.SessionLink, to),
            ],
            (LinkPurpose.Explain, Phase.AwaitingExplanation) => [new(MessageKind.Declined, to)],
            (LinkPurpose.Review, _) when state.OwedReview is not null => [new(MessageKind.UnplannedStart, to)],
            (LinkPurpose.Escalation, _) => state.Escalations.Select(e => new Message(MessageKind.Escalation, to, e.Cause, e.Step)),
            _ => [],
        };

    // An occasion under an agreement has no approvals of its own: they are taken back by the agreement's link.
    private static bool MayTakeBack(Arrangement state, PersonId to, DateTimeOffset now) =>
        state.ApprovalRound is { Under: null } round && round.HasApprovalOf(to) && now < ArrangementLinks.MayRefuseUntil(state.Plan);
}
