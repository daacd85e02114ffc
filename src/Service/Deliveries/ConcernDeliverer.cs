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
    ) => (new Letter(message.Kind, TimeZone: (await Registers.HomeAsync(record.State.Home, ct))?.TimeZone ?? "Etc/UTC"), null);

    /// <inheritdoc/>
    protected override ValueTask<Func<Concern, DateTimeOffset?>> WakeAtAsync(Concern state, CancellationToken ct) => new(_ => null);

    /// <inheritdoc/>
    protected override async ValueTask<ImmutableArray<Happening<ConcernEvent>>> GivenUpAsync(
        Record<Concern> record,
        OutgoingMessage given,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var state = record.State;
        if (await Registers.FactsAsync(state.Child, state.About, state.Home, null, null, [], ct) is not { } read)
            return [];
        var others = ConcernRules.Others(state, read.Facts, now);
        return others.IsEmpty
            ? []
            :
            [
                new(
                    new ConcernEvent.PassedOn(others),
                    null,
                    read.Known,
                    [.. others.Select(p => new Message(MessageKind.ConcernRaised, p))]
                ),
            ];
    }
}
