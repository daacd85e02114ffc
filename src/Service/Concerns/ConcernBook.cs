using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Messages;
using OneToOne.Service.DueWork;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Concerns;

/// <summary>Writes concerns down and has those told who look into them.</summary>
/// <param name="ledger">Where they are kept.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="wakeUp">The host's clock.</param>
public sealed class ConcernBook(Ledger ledger, RegisterReader registers, TimeProvider clock, IWakeUp wakeUp)
{
    /// <summary>Writes down the concern that a refused plan gives rise to, if it does; the same request gives rise to it once.</summary>
    /// <param name="plan">What was asked for.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="findings">Why it was refused.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When it is on disk.</returns>
    public async Task NoteAsync(Plan plan, PersonId by, ImmutableArray<Finding> findings, CancellationToken ct)
    {
        if (ConcernRules.DutiesIn(findings) is not { IsEmpty: false } duties)
            return;
        if (await registers.FactsAsync(plan.Child, plan.Worker, null, null, by, [], ct) is not { } read)
            return;
        var now = clock.GetUtcNow();
        var concern = ConcernRules.Raise(IdOf(plan, by), plan, by, duties, read.Facts, now);
        var messages = concern.Told.Select(p => new Message(MessageKind.ConcernRaised, p)).ToImmutableArray();
        var change = new Change<ConcernEvent>
        {
            CommandId = Guid.NewGuid().ToString("N"),
            At = now,
            Happened = [new(new ConcernEvent.Raised(concern), by, read.Known, messages)],
        };
        // A conflict means that this very request was made, and noted, before.
        if (await ledger.CommitAsync(ConcernRecords.Kind, null, change, _ => null, ct) is not null)
            await wakeUp.WatchAsync(ConcernRecords.Kind.KeyOf(concern.Id.Value), now, CancellationToken.None);
    }

    private static ConcernId IdOf(Plan plan, PersonId by)
    {
        var asked = $"{by}\n{JsonSerializer.Serialize(plan, WireFormat.Options)}";
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked))));
    }
}
