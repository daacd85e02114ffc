using Microsoft.Extensions.Logging;
using OneToOne.Domain.Children;
using OneToOne.Domain.Messages;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

/// <summary>Tells the heads of a home that what protected a child was lifted.</summary>
public sealed class ChildDeliverer(
    Ledger ledger,
    RegisterReader registers,
    Postman postman,
    TimeProvider clock,
    ILogger<ChildDeliverer> log
) : Deliverer<Child, RegisterWritten<Child>>(RegisterKinds.Children, ledger, registers, postman, clock, log)
{
    /// <inheritdoc/>
    protected override ValueTask<(Letter Letter, Operation? Keep)?> WriteAsync(
        Record<Child> record,
        Message message,
        IReadOnlyDictionary<string, Operation> kept,
        CancellationToken ct
    ) => new((new Letter(message.Kind), null));

    /// <inheritdoc/>
    protected override ValueTask<bool> IsBarredAsync(Child state, Message message, CancellationToken ct) => new(state.IsBarred(message.To));

    /// <inheritdoc/>
    protected override ValueTask<Func<Child, DateTimeOffset?>> WakeAtAsync(Child state, CancellationToken ct) => new(_ => null);
}
