using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Service.DueWork;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

using Happening = Happening<ArrangementEvent>;

/// <summary>
/// Takes steps: reads the record and the registers, does what is due, decides, and commits all of it at once. The same for a person's
/// command, a link and a clock, on every host.
/// </summary>
/// <param name="ledger">Where arrangements are kept.</param>
/// <param name="store">Where a step taken before is known by.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="wakeUp">The host's clock.</param>
/// <param name="log">Hears of what whoever runs the product must know.</param>
public sealed class ArrangementSteps(
    Ledger ledger,
    IDocumentStore store,
    RegisterReader registers,
    TimeProvider clock,
    IWakeUp wakeUp,
    StepLog log
)
{
    private static readonly ArrangementRecords Kind = ArrangementRecords.Kind;
    private readonly StepFacts facts = new(registers, log);

    /// <summary>Reads an arrangement.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The record, or null.</returns>
    public ValueTask<Stored<Arrangement>?> ReadAsync(ArrangementId id, CancellationToken ct) => ledger.ReadAsync(Kind, id.Value, ct);

    /// <summary>Does what is due, and nothing else. Twice is the same as once.</summary>
    /// <param name="id">Which arrangement.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What came of it.</returns>
    public ValueTask<StepResult> AdvanceAsync(ArrangementId id, CancellationToken ct) => TakeAsync(new(id, null, null), ct);

    /// <summary>Takes a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="ct">Cancels the wait; the step may have been taken all the same.</param>
    /// <returns>What came of it.</returns>
    public async ValueTask<StepResult> TakeAsync(Step step, CancellationToken ct)
    {
        var commandId = Guid.NewGuid().ToString("N");
        while (true)
        {
            var stored = await ledger.ReadAsync(Kind, step.Id.Value, ct);
            // The registers read for another child or worker say nothing of what is due for this one, which is done first, by itself.
            if (stored is not null && step.ChangesWhoItIsAbout(stored.State))
            {
                await AdvanceAsync(step.Id, ct);
                stored = await ledger.ReadAsync(Kind, step.Id.Value, ct);
            }
            if (await facts.ReadAsync(step, stored?.Record, ct) is not { } read || step.MayKnow?.Invoke(read.Facts) == false)
                return new StepResult.NotFound();
            // Looked for after the record was read: whoever took the step in between has changed the record, and our commit is a conflict.
            if (step.Once is { } once && await store.ReadAsync(once, ct) is { } before)
                return new StepResult.TakenBefore(before);
            var taken = Taken.Of(step, stored?.State, read, clock.GetUtcNow());
            if (taken.Happened.IsEmpty)
                return taken.Result;
            var announced = Announcement.In(step, stored?.Record, taken, read.Facts, commandId);
            var change = ChangeOf(step, stored?.Record, taken, announced, commandId);
            if (await ledger.CommitAsync(Kind, stored, change, s => ArrangementClock.WakeAt(s, read.Facts.Policy), ct) is not { } after)
                continue;
            // It is on disk: what belongs to it is done even when whoever asked has gone.
            log.Note(step.Id, taken.Happened);
            var dueAt = after.DueAt(ArrangementClock.WakeAt(after.State, read.Facts.Policy));
            if (stored is null || (stored.State.IsFinal && stored.Record.Outbox.IsEmpty))
                await wakeUp.WatchAsync(Kind.KeyOf(step.Id.Value), dueAt, CancellationToken.None);
            else
                await wakeUp.WakeAsync(Kind.KeyOf(step.Id.Value), dueAt, CancellationToken.None);
            foreach (var announcement in announced)
                await wakeUp.WatchAsync(announcement.Key, taken.At, CancellationToken.None);
            var result =
                NeedsCompany(step, after.State)
                || step.RestsOnRegisters && await registers.HaveChangedAsync(read.Seen, CancellationToken.None)
                    ? await AfterRegisterChange(taken.Result, step)
                    : taken.Result;
            return step.Begins && result is StepResult.Done done ? await UnlessCrossed(done) : result;
        }
    }

    // A register that changed between our reading and our commit may not know of this arrangement: look again.
    private async ValueTask<StepResult> AfterRegisterChange(StepResult taken, Step step) =>
        await TakeAsync(new(step.Id, null, null) { WithCompany = step.Command is ArrangementCommand.Start }, CancellationToken.None)
            is StepResult.Done after
        && taken is StepResult.Done
            ? after
            : taken;

    // The other children's arrangements have no version that could be asked for by itself: they are read once more.
    private static bool NeedsCompany(Step step, Arrangement after) =>
        step.Command is ArrangementCommand.Start && !after.Plan.AlsoPresent.IsEmpty && after.Phase is Phase.Active;

    // Whoever began at the same moment was not there when we looked; of two, the later one on disk sees the other at least.
    private async ValueTask<StepResult> UnlessCrossed(StepResult.Done begun)
    {
        var state = begun.Arrangement;
        if (
            CompanyRules.Elsewhere(state.Plan, state.Id, await registers.CompanyAsync(state.Plan, CancellationToken.None))
            is not { } crossed
        )
            return begun;
        var after = await TakeAsync(new(state.Id, null, null) { WithCompany = true }, CancellationToken.None);
        return after is StepResult.Done { Arrangement: { Phase: not Phase.Active } over } ? new StepResult.Refused([crossed], over) : begun;
    }

    private static Change<ArrangementEvent> ChangeOf(
        Step step,
        Record<Arrangement>? before,
        Taken taken,
        ImmutableArray<Announcement> announced,
        string commandId
    ) =>
        new()
        {
            CommandId = commandId,
            At = taken.At,
            Happened = taken.Happened,
            Outbox = before?.Outbox ?? [],
            Reached = StillOpen(before, taken.Happened),
            Delivered = step.Link is { } link ? [new DeliveryEvent.LinkOpened(link.Purpose, link.Person)] : [],
            Also =
            [
                .. announced.Select(announcement => announcement.Create),
                .. taken.Result is StepResult.Done done && step.Also is { } also ? also(done.Arrangement) : [],
            ],
        };

    // An escalation that has ended, or is raised again, has reached nobody yet.
    private static ImmutableArray<ReachedStep> StillOpen(Record<Arrangement>? before, ImmutableArray<Happening> happened) =>
        before?.Reached.RemoveAll(reached =>
            happened.Any(h =>
                h.Event is ArrangementEvent.EscalationEnded ended && ended.Cause == reached.Cause
                || h.Event is ArrangementEvent.EscalationRaised raised && raised.Cause == reached.Cause
            )
        )
        ?? [];
}
