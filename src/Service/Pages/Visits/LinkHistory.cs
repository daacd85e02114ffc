using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Pages.Visits;

/// <summary>Writes into an arrangement's history what becomes of one of its links while no step is taken by it.</summary>
/// <param name="ledger">Where arrangements are kept.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
internal sealed class LinkHistory(Ledger ledger, RegisterReader registers, TimeProvider clock)
{
    private static readonly ArrangementRecords Kind = ArrangementRecords.Kind;

    public async ValueTask NoteAsync(ArrangementId id, DeliveryEvent happened, CancellationToken ct)
    {
        var commandId = Guid.NewGuid().ToString("N");
        while (await ledger.ReadAsync(Kind, id.Value, ct) is { } stored)
        {
            var policy = await registers.PolicyAsync(stored.State.PolicyVersion, ct);
            var change = new Change<ArrangementEvent>
            {
                CommandId = commandId,
                At = clock.GetUtcNow(),
                Delivered = [happened],
                Outbox = stored.Record.Outbox,
                Reached = stored.Record.Reached,
            };
            if (await ledger.CommitAsync(Kind, stored, change, s => ArrangementClock.WakeAt(s, policy), ct) is not null)
                return;
        }
    }
}
