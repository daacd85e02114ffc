using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Policies;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

/// <summary>Opens the concerns that arose in arrangements.</summary>
/// <param name="book">Opens concerns.</param>
/// <param name="ledger">Where arrangements and concerns are kept.</param>
/// <param name="registers">The registers.</param>
/// <param name="store">The store.</param>
/// <param name="clock">The product's clock.</param>
public sealed class ConcernsArisen(ConcernBook book, Ledger ledger, ConcernRegisters registers, IDocumentStore store, TimeProvider clock)
{
    /// <summary>Opens the concern that arose in an arrangement, and then lets go of what said so. Twice is the same as once.</summary>
    /// <param name="found">What says so: a <see cref="ConcernArose"/>.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>When it is on disk.</returns>
    public async Task OpenAsync(StoredDocument found, CancellationToken ct)
    {
        var arose = ConcernArose.Read(found);
        var source = (await ledger.ReadAsync(ArrangementRecords.Kind, arose.Arrangement.Value, ct))!.State;
        var worker = source.Plan.Worker;
        var now = clock.GetUtcNow();
        PersonId? about = arose.Kind == ConcernKind.Distress ? null : arose.About ?? worker;
        PersonId? with = about == worker ? null : worker;
        if (await registers.FactsAsync(source.Plan.Child, source.Home, [about, with], null, ct) is not { } read)
            throw new InvalidOperationException("The child, the worker or the home of an arrangement is gone from the register.");
        var begun = new Concern
        {
            Id = arose.Concern,
            Home = source.Home,
            Child = source.Plan.Child,
            Kind = arose.Kind,
            About = about,
            With = with,
            RaisedBy = arose.By ?? worker,
            RaisedAt = arose.At,
            Source = arose.Arrangement,
            What = arose.What,
            Duties = arose.Duty is { } duty ? [duty] : [],
            Told = [],
        };
        var concern = ConcernRules.Raise(begun, read.Facts, now);
        if (!await book.OpenAsync(concern, arose.By, read.Known, read.Facts, [], ct))
            if (!await AddAsync(arose, read.Facts.Policy, ct))
                await book.OpenAsync(concern with { Id = arose.Own }, arose.By, read.Known, read.Facts, [], ct);
        await store.CommitAsync(
            new(found.Key.Partition, Guid.NewGuid().ToString("N"), new Operation.Delete(found.Key.Type, found.Key.Id, found.ETag)),
            ct
        );
    }

    // Reported once more in the same session: the words go to the concern that is there, each once. False when it has its outcome: nobody would hear
    // them there.
    private async Task<bool> AddAsync(ConcernArose arose, Policy policy, CancellationToken ct)
    {
        var addendum = new ConcernAddendum(arose.By ?? default, arose.At, arose.What);
        while (await ledger.ReadAsync(ConcernRecords.Kind, arose.Concern.Value, ct) is { } stored)
        {
            var state = stored.State;
            if (arose.At == state.RaisedAt || string.IsNullOrWhiteSpace(arose.What) || state.Addenda?.Contains(addendum) == true)
                return true;
            if (state.Outcome is not null)
                return false;
            var change = new Change<ConcernEvent>
            {
                CommandId = Guid.NewGuid().ToString("N"),
                At = clock.GetUtcNow(),
                Happened = [new(new ConcernEvent.AddendumAdded(addendum), arose.By, ImmutableSortedDictionary<string, int>.Empty, [])],
                Outbox = stored.Record.Outbox,
            };
            if (await ledger.CommitAsync(ConcernRecords.Kind, stored, change, s => ConcernClock.WakeAt(s, policy), ct) is not null)
                return true;
        }
        return true;
    }
}
