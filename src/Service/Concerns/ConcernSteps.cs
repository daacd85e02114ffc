using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Guidance;
using OneToOne.Service.DueWork;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

using Happening = Happening<ConcernEvent>;

/// <summary>Takes the steps of concerns: acknowledged, referred or not, closed, added to, and what their clocks do.</summary>
/// <param name="ledger">Where they are kept.</param>
/// <param name="store">Where a step taken before is known by.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="wakeUp">The host's clock.</param>
public sealed class ConcernSteps(Ledger ledger, IDocumentStore store, ConcernRegisters registers, TimeProvider clock, IWakeUp wakeUp)
{
    private static readonly ConcernRecords Kind = ConcernRecords.Kind;

    /// <summary>Reads a concern.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The record, or null.</returns>
    public ValueTask<Stored<Concern>?> ReadAsync(ConcernId id, CancellationToken ct) => ledger.ReadAsync(Kind, id.Value, ct);

    /// <summary>Does what is due. Twice is the same as once.</summary>
    /// <param name="id">Which concern.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What came of it.</returns>
    public Task<ConcernResult> AdvanceAsync(ConcernId id, CancellationToken ct) => TakeAsync(new(id, null, null), ct);

    /// <summary>Takes a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="ct">Cancels the wait; the step may have been taken all the same.</param>
    /// <returns>What came of it.</returns>
    public async Task<ConcernResult> TakeAsync(ConcernStep step, CancellationToken ct)
    {
        var commandId = Guid.NewGuid().ToString("N");
        while (await ReadAsync(step.Id, ct) is { } stored)
        {
            if (await registers.FactsAsync(stored.State, step.By, ct) is not { } read)
                break;
            if (step.Once is { } once && await store.ReadAsync(once, ct) is { } before)
                return new ConcernResult.TakenBefore(before);
            var now = clock.GetUtcNow();
            var (result, happened) = Take(step, stored.Record, read.Facts, read.Known, now);
            // Whoever says the same twice has read enough the first time.
            var isSaidAlready = result is ConcernResult.Done && happened.IsEmpty;
            if (!isSaidAlready && step.Seen?.Invoke(stored.State.Revision) == false)
                return new ConcernResult.Stale(stored.State.Revision);
            if (happened.IsEmpty && step.Link is null)
                return result;
            var change = new Change<ConcernEvent>
            {
                CommandId = commandId,
                At = now,
                Happened = OneMailEach(happened, stored.Record.Outbox),
                Delivered = step.Link is { } link ? [link] : [],
                Outbox = stored.Record.Outbox,
                Also = result is ConcernResult.Done done && step.Also is { } also ? also(done) : [],
            };
            var policy = read.Facts.Policy;
            if (await ledger.CommitAsync(Kind, stored, change, s => ConcernClock.WakeAt(s, policy), ct) is not { } after)
                continue;
            await wakeUp.WakeAsync(
                Kind.KeyOf(step.Id.Value),
                after.DueAt(ConcernClock.WakeAt(after.State, policy)),
                CancellationToken.None
            );
            return result;
        }
        return new ConcernResult.NotFound();
    }

    // Whoever a late look would tell several things at once gets the most urgent of them, and not even that while such a mail still waits.
    private static ImmutableArray<Happening> OneMailEach(ImmutableArray<Happening> happened, ImmutableArray<OutgoingMessage> waiting)
    {
        var first = happened
            .SelectMany(h => h.Messages)
            .GroupBy(m => m.To)
            .Select(told => told.MinBy(m => m.Kind)!)
            .Where(m => !waiting.Any(w => w.Message.To == m.To && w.Message.Kind <= m.Kind))
            .ToHashSet();
        return [.. happened.Select(h => h with { Messages = [.. h.Messages.Where(first.Remove)] })];
    }

    private static (ConcernResult Result, ImmutableArray<Happening> Happened) Take(
        ConcernStep step,
        Record<Concern> record,
        ConcernFacts facts,
        ImmutableSortedDictionary<string, int> known,
        DateTimeOffset now
    )
    {
        var happened = ImmutableArray.CreateBuilder<Happening>();
        var current = record.State;
        Add(ConcernClock.Advance(current, facts, now), null);
        if (step.Command is { } command)
            switch (ConcernDecider.Decide(current, command, facts, now))
            {
                case Decision<ConcernEvent>.Refused refused:
                    return (new ConcernResult.Refused(refused.Findings), happened.ToImmutable());
                case Decision<ConcernEvent>.Accepted accepted:
                    Add(accepted.Events, step.By);
                    break;
            }
        return (new ConcernResult.Done(current), happened.ToImmutable());

        void Add(ImmutableArray<ConcernEvent> events, PersonId? by)
        {
            foreach (var e in events)
            {
                happened.Add(new(e, by, known, ConcernRules.MessagesFor(e)));
                current = ConcernState.Evolve(current, e, now);
            }
        }
    }
}
