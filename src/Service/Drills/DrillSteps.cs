using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Guidance;
using OneToOne.Service.DueWork;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Drills;

using Happening = Happening<DrillEvent>;

/// <summary>Takes the steps of drills: a person's command, a link's, a clock's.</summary>
/// <param name="ledger">Where drills are kept.</param>
/// <param name="store">Where a step taken before is known by.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="wakeUp">The host's clock.</param>
/// <param name="log">The log.</param>
public sealed class DrillSteps(
    Ledger ledger,
    IDocumentStore store,
    RegisterReader registers,
    TimeProvider clock,
    IWakeUp wakeUp,
    DrillLog log
)
{
    private static readonly DrillRecords Kind = DrillRecords.Kind;

    /// <summary>Reads a drill.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The record, or null.</returns>
    public ValueTask<Stored<Drill>?> ReadAsync(DrillId id, CancellationToken ct) => ledger.ReadAsync(Kind, id.Value, ct);

    /// <summary>The home's newest drill.</summary>
    /// <param name="home">The home.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The drill; null when there has been none.</returns>
    public async ValueTask<Drill?> NewestAsync(HomeId home, CancellationToken ct) =>
        (await store.QueryAsync(new DocumentQuery(Queries.DrillsOfHome, home.Value) { Limit = 1 }, ct)).Documents is [var newest, ..]
            ? Ledger.Read<Drill>(newest).State
            : null;

    /// <summary>Does what is due. Twice is the same as once.</summary>
    /// <param name="id">Which drill.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What came of it.</returns>
    public async Task<DrillResult> AdvanceAsync(DrillId id, CancellationToken ct) =>
        await ReadAsync(id, ct) is { } stored ? await TakeAsync(new(id, stored.State.Home, null, null), ct) : new DrillResult.NotFound();

    /// <summary>Takes a step.</summary>
    /// <param name="asked">The step.</param>
    /// <param name="ct">Cancels the wait; the step may have been taken all the same.</param>
    /// <returns>What came of it.</returns>
    public async Task<DrillResult> TakeAsync(DrillAsked asked, CancellationToken ct)
    {
        var commandId = Guid.NewGuid().ToString("N");
        while (true)
        {
            var stored = await ReadAsync(asked.Id, ct);
            if (await FactsAsync(asked, stored?.Record, ct) is not { } facts || (stored is null && asked.Command is not DrillCommand.Begin))
                return new DrillResult.NotFound();
            if (asked.Once is { } once && await store.ReadAsync(once, ct) is { } before)
                return new DrillResult.TakenBefore(before);
            var now = clock.GetUtcNow();
            var (happened, refused) = Take(asked, stored?.State, facts, now);
            if (happened.IsEmpty && asked.Link is null)
                return refused is { } findings ? new DrillResult.Refused(findings) : new DrillResult.Done(stored!.Record);
            var change = new Change<DrillEvent>
            {
                CommandId = commandId,
                At = now,
                Happened = happened,
                Delivered = asked.Link is { } link ? [link] : [],
                Outbox = stored?.Record.Outbox ?? [],
                Reached = stored?.Record.Reached ?? [],
                Also = refused is null && asked.Also is { } also ? also(After(stored?.Record, happened, now)) : [],
            };
            if (await ledger.CommitAsync(Kind, stored, change, s => DrillClock.WakeAt(s, facts.Policy), ct) is not { } after)
                continue;
            log.Note(asked.Id, happened);
            var dueAt = after.DueAt(DrillClock.WakeAt(after.State, facts.Policy));
            if (stored is null)
                await wakeUp.WatchAsync(Kind.KeyOf(asked.Id.Value), dueAt, CancellationToken.None);
            else
                await wakeUp.WakeAsync(Kind.KeyOf(asked.Id.Value), dueAt, CancellationToken.None);
            return refused is { } why ? new DrillResult.Refused(why) : new DrillResult.Done(after);
        }
    }

    private static Record<Drill> After(Record<Drill>? before, ImmutableArray<Happening> happened, DateTimeOffset now) =>
        new(
            happened.Aggregate(before?.State, (state, h) => Kind.Evolve(state, h.Event, now))!,
            (before?.Count ?? 0) + happened.Length,
            "",
            [],
            []
        );

    private static (ImmutableArray<Happening> Happened, ImmutableArray<Finding>? Refused) Take(
        DrillAsked asked,
        Drill? state,
        DrillFacts facts,
        DateTimeOffset now
    )
    {
        var happened = ImmutableArray.CreateBuilder<Happening>();
        var current = state;
        if (state is not null)
            Add(DrillClock.Advance(state, facts with { Actor = null }, now), null);
        if (asked.Command is null)
            return (happened.ToImmutable(), null);
        switch (DrillDecider.Decide(current, asked.Command, facts, now))
        {
            case Decision<DrillEvent>.Refused refused:
                return (happened.ToImmutable(), refused.Findings);
            case Decision<DrillEvent>.Accepted accepted:
                Add(accepted.Events, asked.By);
                break;
        }
        return (happened.ToImmutable(), null);

        void Add(ImmutableArray<DrillEvent> events, PersonId? by)
        {
            foreach (var e in events)
            {
                happened.Add(HappeningOf(current, e, by, facts));
                current = Kind.Evolve(current, e, now);
            }
        }
    }

    internal static Happening HappeningOf(Drill? before, DrillEvent e, PersonId? by, DrillFacts facts) =>
        new(e, by, KnownTo(facts), DrillEvolution.MessagesFor(before, e));

    private static ImmutableSortedDictionary<string, int> KnownTo(DrillFacts facts) =>
        ImmutableSortedDictionary<string, int>
            .Empty.SetItem("policy", facts.Policy.Version)
            .SetItem(RegisterKinds.Homes.PartitionOf(facts.Home.Id.Value), facts.Home.Version);

    internal async ValueTask<DrillFacts?> FactsAsync(DrillAsked asked, Record<Drill>? record, CancellationToken ct)
    {
        var actor = asked.By is { } by ? await registers.PersonAsync(by, ct) : null;
        if (await registers.HomeAsync(asked.Home, ct) is not { } home || (asked.By is not null && actor is null))
            return null;
        var policy = record is { State.PolicyVersion: var version }
            ? await registers.PolicyAsync(version, ct)
            : await registers.CurrentPolicyAsync(ct);
        return new(home, policy, actor)
        {
            AnotherIsOpen = record is null && await NewestAsync(asked.Home, ct) is { IsOpen: true },
            Reached = [.. record?.Reached.Select(r => r.Step) ?? []],
        };
    }
}
