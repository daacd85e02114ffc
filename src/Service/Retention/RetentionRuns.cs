using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Retention;
using OneToOne.Service.DueWork;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>Proposes disposal runs, has them approved, and carries them out a few records at a time, so that nothing in earnest waits for them.</summary>
/// <param name="ledger">Where runs are kept.</param>
/// <param name="store">Where a step taken before is known by.</param>
/// <param name="registers">The registers.</param>
/// <param name="records">Finds what is held about a child.</param>
/// <param name="disposal">Disposes of one record.</param>
/// <param name="dates">Reads when what retention hangs on was changed.</param>
/// <param name="shown">Shows runs.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="wakeUp">The host's clock.</param>
public sealed class RetentionRuns(
    Ledger ledger,
    IDocumentStore store,
    RegisterReader registers,
    ChildsRecords records,
    Disposal disposal,
    ChildsDates dates,
    ShownRuns shown,
    TimeProvider clock,
    IWakeUp wakeUp
)
{
    private const int AtOnce = 20;

    private static readonly RetentionRunRecords Kind = RetentionRunRecords.Kind;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Reads a run.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The record, or null.</returns>
    public ValueTask<Stored<RetentionRun>?> ReadAsync(RetentionRunId id, CancellationToken ct) => ledger.ReadAsync(Kind, id.Value, ct);

    /// <summary>Proposes a run over what need not be kept any more. Nothing is disposed of by that.</summary>
    /// <param name="id">The id that it is to have.</param>
    /// <param name="home">The home.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="also">What goes into the same commit.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The run; null when one of this id is there already.</returns>
    public async Task<Record<RetentionRun>?> ProposeAsync(
        RetentionRunId id,
        Home home,
        PersonId by,
        Func<RetentionRun, ImmutableArray<Operation>> also,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var policy = await registers.CurrentPolicyAsync(ct);
        var found = ImmutableArray.CreateBuilder<RetainedRecord>();
        var waiting = ImmutableArray.CreateBuilder<WaitingChild>();
        var unreadable = ImmutableArray.CreateBuilder<ChildId>();
        await foreach (var document in store.AllAsync(new DocumentQuery(Queries.ChildrenOfHome, home.Id.Value), ct))
            try
            {
                if (
                    Ledger.Read<Child>(document).State is var child
                    && RetentionPeriod.Keeps(child, policy, home.DayOf(now)) is null
                    && !await HasPartAsync(child, by, ct)
                )
                    if (await dates.WaitsAsync(child.Id, now, ct) is { } unsettled)
                        waiting.Add(unsettled);
                    else
                        await AddAsync(child, document, RetentionPeriod.Until(child, policy), by, found, ct);
            }
            catch (JsonException)
            {
                unreadable.Add(new(document.Key.Id));
            }
        var run = new RetentionRun
        {
            Id = id,
            Home = home.Id,
            ProposedBy = by,
            ProposedAt = now,
            Records = [.. found.Take(RetentionRun.MostRecords)],
            Waiting = waiting.Count == 0 ? null : waiting.ToImmutable(),
            Unreadable = unreadable.Count == 0 ? null : unreadable.ToImmutable(),
        };
        return await CommitAsync(null, new RetentionRunEvent.RunProposed(run), by, also(await shown.ShowAsync(run, by, ct)), ct);
    }

    // The child's own record comes last: from it follows that the others need not be kept. What is open rests on all the others.
    private async Task AddAsync(
        Child child,
        StoredDocument own,
        DateOnly until,
        PersonId by,
        ImmutableArray<RetainedRecord>.Builder found,
        CancellationToken ct
    )
    {
        var about = await records.OfAsync(child.Id, ct).ToListAsync(ct);
        // One about whoever proposes is judged when the run is carried out: by a child left out they would learn of it.
        if (!about.Exists(document => Disposal.IsOpen(document) && !ChildsRecords.IsHidden(document, by)))
            found.AddRange(
                about.Append(own).Select(document => new RetainedRecord(document.Key.Type.Name, document.Key.Id, child.Id, until))
            );
    }

    /// <summary>Approves a run that was read.</summary>
    /// <param name="stored">The run as it was read.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="reason">Why.</param>
    /// <param name="also">What goes into the same commit.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The run afterwards, null when somebody else changed it first; and what refused it, which is nothing if it is done.</returns>
    public async Task<(Record<RetentionRun>? After, ImmutableArray<Finding> Refused)> ApproveAsync(
        Stored<RetentionRun> stored,
        PersonId by,
        string reason,
        Func<RetentionRun, ImmutableArray<Operation>> also,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var home = (await registers.HomeAsync(stored.State.Home, ct))!;
        var person = (await registers.PersonAsync(by, ct))!;
        switch (RetentionRunRules.Approve(stored.State, person, reason, home, await FactsAsync(stored.State, by, now, ct), now))
        {
            case Decision<RetentionRunEvent>.Refused refused:
                return (null, refused.Findings);
            case Decision<RetentionRunEvent>.Accepted { Events: [var approved] }:
                var after = await CommitAsync(
                    stored,
                    approved,
                    by,
                    also(await shown.ShowAsync(Kind.Evolve(stored.State, approved, now), by, ct)),
                    ct
                );
                if (after is not null)
                    await wakeUp.WatchAsync(Kind.KeyOf(stored.State.Id.Value), now, CancellationToken.None);
                return (after, []);
            default:
                return (stored.Record, []);
        }
    }

    private async ValueTask<bool> HasPartAsync(Child child, PersonId by, CancellationToken ct) =>
        child.IsBarred(by) || await records.HasPartAsync(child.Id, by, ct);

    private async ValueTask<RunFacts> FactsAsync(RetentionRun run, PersonId by, DateTimeOffset now, CancellationToken ct)
    {
        var hasPart = false;
        var waiting = ImmutableArray.CreateBuilder<WaitingChild>();
        var unreadable = ImmutableArray.CreateBuilder<ChildId>();
        foreach (var id in run.Records.Select(r => r.Child).Distinct())
            try
            {
                if (await shown.LeftAsync(id, ct) is { } child)
                {
                    hasPart |= await HasPartAsync(child, by, ct);
                    if (await dates.WaitsAsync(id, now, ct) is { } unsettled)
                        waiting.Add(unsettled);
                }
            }
            catch (JsonException)
            {
                unreadable.Add(id);
            }
        return new(hasPart, waiting.ToImmutable(), unreadable.ToImmutable());
    }

    /// <summary>Does the next records of an approved run. Twice is the same as once.</summary>
    /// <param name="id">Which run.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>When a few are done.</returns>
    public async Task AdvanceAsync(RetentionRunId id, CancellationToken ct)
    {
        for (var i = 0; i < AtOnce && await ReadAsync(id, ct) is { State: { IsUnderWay: true } run } stored; i++)
        {
            RetentionRunEvent happened;
            if (run.Fates.Length < run.Records.Length)
                happened = new RetentionRunEvent.RecordDone(await disposal.DisposeAsync(run.Records[run.Fates.Length], run, ct));
            else
            {
                await store.ForgetAsync(ct);
                happened = new RetentionRunEvent.RunCompleted();
            }
            if (await CommitAsync(stored, happened, null, [], ct) is null)
                return;
        }
    }

    private ValueTask<Record<RetentionRun>?> CommitAsync(
        Stored<RetentionRun>? before,
        RetentionRunEvent happened,
        PersonId? by,
        ImmutableArray<Operation> also,
        CancellationToken ct
    ) =>
        ledger.CommitAsync(
            Kind,
            before,
            new Change<RetentionRunEvent>
            {
                CommandId = Guid.NewGuid().ToString("N"),
                At = clock.GetUtcNow(),
                Happened = [new(happened, by, ImmutableSortedDictionary<string, int>.Empty, [])],
                Also = also,
            },
            WakeAt,
            ct
        );

    // A rest after each few records, in which the clock sees to everything else.
    private static DateTimeOffset? WakeAt(RetentionRun run) =>
        !run.IsUnderWay ? null
        : run.Fates is [.., var last] ? last.At + Rest
        : run.Approval!.At;
}
