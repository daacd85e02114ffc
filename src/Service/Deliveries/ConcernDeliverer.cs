using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Messages;
using OneToOne.Service.Concerns;
using OneToOne.Service.Links;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

/// <summary>Tells of concerns, with the link by which each reader reads one, takes it on and decides.</summary>
public sealed class ConcernDeliverer(
    Ledger ledger,
    RegisterReader registers,
    ConcernRegisters facts,
    Postman postman,
    LinkStore links,
    LinkUrls urls,
    TimeProvider clock,
    ILogger<ConcernDeliverer> log
) : Deliverer<Concern, ConcernEvent>(ConcernRecords.Kind, ledger, registers, postman, clock, log)
{
    private static readonly TimeSpan LinkLives = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    protected override async ValueTask<(Letter Letter, Operation? Keep)?> WriteAsync(
        Record<Concern> record,
        Message message,
        IReadOnlyDictionary<string, Operation> kept,
        CancellationToken ct
    )
    {
        if (IsPointless(record.State, message.Kind))
            return null;
        var partition = ConcernRecords.Kind.PartitionOf(record.State.Id.Value);
        var wanted = new LinkWanted(LinkPurpose.Concern, message.To, "own", 0, null, Clock.GetUtcNow() + LinkLives);
        var (link, code, keep) = await links.WantAsync(partition, wanted, kept.GetValueOrDefault(wanted.Id), ct);
        var zone = (await Registers.HomeAsync(record.State.Home, ct))?.TimeZone ?? "Etc/UTC";
        return (new(message.Kind, urls.For(link, partition), code.Shown, link.ExpiresAt, TimeZone: zone, Purpose: link.Purpose), keep);
    }

    private static bool IsPointless(Concern state, MessageKind kind) =>
        kind switch
        {
            MessageKind.ConcernReminder or MessageKind.ConcernOverdue => state.Referral is not null,
            MessageKind.ConcernNotReferred => state.Referral is { Referred: true },
            MessageKind.ConcernOutcomeReminder => state.Outcome is not null,
            _ => false,
        };

    /// <inheritdoc/>
    protected override async ValueTask<Func<Concern, DateTimeOffset?>> WakeAtAsync(Concern state, CancellationToken ct)
    {
        var policy = await Registers.CurrentPolicyAsync(ct);
        return s => ConcernClock.WakeAt(s, policy);
    }

    /// <inheritdoc/>
    protected override async ValueTask<ImmutableArray<Happening<ConcernEvent>>> GivenUpAsync(
        Record<Concern> record,
        OutgoingMessage given,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var isOver = record.State.Outcome is not null && given.Message.Kind != MessageKind.ConcernNotReferred;
        if (isOver || await facts.FactsAsync(record.State, null, ct) is not { } read)
            return [];
        var others = ConcernChain.Others(record.State, read.Facts, now);
        if (others.IsEmpty)
            return [];
        ImmutableArray<Message> messages = [.. others.Select(p => new Message(given.Message.Kind, p))];
        return [new(new ConcernEvent.PassedOn(others), null, read.Known, messages)];
    }
}
