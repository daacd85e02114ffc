using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Messages;
using OneToOne.Service.Concerns;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

/// <summary>Tells of concerns. The mail carries no link: a concern is read signed in.</summary>
public sealed class ConcernDeliverer(
    Ledger ledger,
    RegisterReader registers,
    ConcernRegisters facts,
    Postman postman,
    TimeProvider clock,
    ILogger<ConcernDeliverer> log
) : Deliverer<Concern, ConcernEvent>(ConcernRecords.Kind, ledger, registers, postman, clock, log)
{
    /// <inheritdoc/>
    protected override async ValueTask<(Letter Letter, Operation? Keep)?> WriteAsync(
        Record<Concern> record,
        Message message,
        IReadOnlyDictionary<string, Operation> kept,
        CancellationToken ct
    ) =>
        IsPointless(record.State, message.Kind)
            ? null
            : (new Letter(message.Kind, TimeZone: (await Registers.HomeAsync(record.State.Home, ct))?.TimeZone ?? "Etc/UTC"), null);

    private static bool IsPointless(Concern state, MessageKind kind) =>
        kind is MessageKind.ConcernReminder or MessageKind.ConcernOverdue && state.Referral is not null;

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
        if (record.State.Outcome is not null || await facts.FactsAsync(record.State, null, ct) is not { } read)
            return [];
        var others = ConcernChain.Others(record.State, read.Facts, now);
        if (others.IsEmpty)
            return [];
        ImmutableArray<Message> messages = [.. others.Select(p => new Message(given.Message.Kind, p))];
        return [new(new ConcernEvent.PassedOn(others), null, read.Known, messages)];
    }
}
