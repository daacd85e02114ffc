using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Concerns;
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
/// <param name="log">Hears of escalations that run out of levels.</param>
public sealed class ArrangementSteps(
    Ledger ledger,
    IDocumentStore store,
    RegisterReader registers,
    TimeProvider clock,
    IWakeUp wakeUp,
    EscalationLog log
)
{
    private static readonly ArrangementRecords Kind = ArrangementRecords.Kind;

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
            if (stored is not null && ChangesWhoItIsAbout(step.Command, stored.State))
            {
                await AdvanceAsync(step.Id, ct);
                stored = await ledger.ReadAsync(Kind, step.Id.Value, ct);
            }
            if (await FactsFor(step, stored?.Record, ct) is not { } read || step.MayKnow?.Invoke(read.Facts) == false)
                return new StepResult.NotFound();
            // Looked for after the record was read: whoever took the step in between has changed the record, and our commit is a conflict.
            if (step.Once is { } once && await store.ReadAsync(once, ct) is { } before)
                return new StepResult.TakenBefore(before);
            var taken = Take(step, stored?.State, read, clock.GetUtcNow());
            if (taken.Happened.IsEmpty)
                return taken.Result;
            var early = EarlyIn(step, stored?.State, taken, read.Facts);
            var change = ChangeOf(step, stored?.Record, taken, early, commandId);
            if (await ledger.CommitAsync(Kind, stored, change, s => ArrangementClock.WakeAt(s, read.Facts.Policy), ct) is not { } after)
                continue;
            // It is on disk: what belongs to it is done even when whoever asked has gone.
            log.Note(step.Id, taken.Happened);
            if (Unsettled(stored?.State, after.State))
                await wakeUp.WatchAsync(
                    RegisterChanged.KeyOf(Kind.PartitionOf(step.Id.Value), commandId),
                    taken.At,
                    CancellationToken.None
                );
            var dueAt = after.DueAt(ArrangementClock.WakeAt(after.State, read.Facts.Policy));
            if (stored is null || (stored.State.IsFinal && stored.Record.Outbox.IsEmpty))
                await wakeUp.WatchAsync(Kind.KeyOf(step.Id.Value), dueAt, CancellationToken.None);
            else
                await wakeUp.WakeAsync(Kind.KeyOf(step.Id.Value), dueAt, CancellationToken.None);
            foreach (var arose in Arose(step, stored?.Record, taken))
                await wakeUp.WatchAsync(arose.Key, taken.At, CancellationToken.None);
            if (early is not null)
                await wakeUp.WatchAsync(
                    RegisterChanged.KeyOf(Kind.PartitionOf(step.Id.Value), commandId),
                    taken.At,
                    CancellationToken.None
                );
            var result =
                NeedsCompany(step, after.State)
                || RestsOnRegisters(step.Command) && await registers.HaveChangedAsync(read.Seen, CancellationToken.None)
                    ? await AfterRegisterChange(taken.Result, step)
                    : taken.Result;
            return Begins(step.Command) && result is StepResult.Done done ? await UnlessCrossed(done) : result;
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
        var after = await AdvanceAsync(state.Id, CancellationToken.None);
        return after is StepResult.Done { Arrangement: { Phase: not Phase.Active } over } ? new StepResult.Refused([crossed], over) : begun;
    }

    private static bool Begins(ArrangementCommand? command) => command is ArrangementCommand.Start or ArrangementCommand.StartUnplanned;

    // The registers read for another child or worker say nothing of what is due for this one, which is done first, by itself.
    private static bool ChangesWhoItIsAbout(ArrangementCommand? command, Arrangement state) =>
        command is ArrangementCommand.Change { Plan: var plan } && (plan.Child != state.Plan.Child || plan.Worker != state.Plan.Worker);

    private static bool AreAbout(Arrangement state, Facts facts) =>
        facts.Child.Id == state.Plan.Child && facts.Worker.Id == state.Plan.Worker;

    private static bool RestsOnRegisters(ArrangementCommand? command) =>
        command
            is ArrangementCommand.Request
                or ArrangementCommand.PlanOccasion
                or ArrangementCommand.Change
                or ArrangementCommand.DecideOverride
                or ArrangementCommand.Approve
                or ArrangementCommand.RecordApproval
                or ArrangementCommand.Start
                or ArrangementCommand.StartUnplanned;

    private async ValueTask<FactsRead?> FactsFor(Step step, Record<Arrangement>? record, CancellationToken ct)
    {
        var state = record?.State;
        var plan = step.Command switch
        {
            ArrangementCommand.Request c when state is null => c.Plan,
            ArrangementCommand.PlanOccasion c when state is null => c.Plan,
            ArrangementCommand.StartUnplanned c when state is null => c.Plan,
            // What it was planned under does not change, and what is due is judged by it.
            ArrangementCommand.Change c => c.Plan with { Under = state?.Plan.Under },
            _ => state?.Plan,
        };
        if (plan is null)
            return null;
        var named = Named(step.Command);
        if (await registers.FactsAsync(plan, state?.Home, state?.PolicyVersion, step.By, named, ct) is not { } read)
            return null;
        var facts = read.Facts with { Reached = [.. record?.Reached.Select(r => (r.Cause, r.Step)) ?? []] };
        // The look after a start dies with its host; whatever is due to the session later makes up for it.
        var looks = Begins(step.Command) || (step.Command is null && state?.Phase is Phase.Active);
        return read with { Facts = looks ? facts with { Company = await registers.CompanyAsync(plan, ct) } : facts };
    }

    private static IReadOnlyCollection<PersonId> Named(ArrangementCommand? command) =>
        command switch
        {
            ArrangementCommand.RecordApproval c => [c.Approver],
            ArrangementCommand.RecordTold c => [c.Person],
            ArrangementCommand.Request c => PeopleOf(c.Plan),
            ArrangementCommand.PlanOccasion c => PeopleOf(c.Plan),
            ArrangementCommand.Change c => PeopleOf(c.Plan),
            ArrangementCommand.StartUnplanned c => [c.ColleagueTold, .. PeopleOf(c.Plan)],
            _ => [],
        };

    private static PersonId[] PeopleOf(Plan plan) => [.. plan.Named().Select(named => named.Person).Distinct()];

    private sealed record Taken(ImmutableArray<Happening> Happened, StepResult Result, DateTimeOffset At, Arrangement? After);

    private static Taken Take(Step step, Arrangement? state, FactsRead read, DateTimeOffset now)
    {
        var happened = ImmutableArray.CreateBuilder<Happening>();
        var current = state;
        // What becomes of the other children's arrangements after the start does not stop this one.
        var byItself = read.Facts with
        {
            Actor = null,
            Company = step.WithCompany ? read.Facts.Company : null,
            Beside = step.Command is null ? read.Facts.Company : null,
        };
        if (state is not null && AreAbout(state, read.Facts))
            current = Add(ArrangementClock.Advance(state, byItself, now), null);
        if (step.Command is null)
            return new(happened.ToImmutable(), new StepResult.Done(current!), now, current);
        if (current is not null && step.Seen?.Invoke(current) == false)
            return new(happened.ToImmutable(), new StepResult.Stale(current), now, current);
        switch (ArrangementDecider.Decide(current, step.Command, read.Facts, now))
        {
            case Decision<ArrangementEvent>.Refused refused:
                return new(happened.ToImmutable(), new StepResult.Refused(refused.Findings, current), now, current);
            case Decision<ArrangementEvent>.Accepted accepted:
                current = Add(accepted.Events, step.By);
                // What the new state makes due at once belongs to the same step.
                current = Add(ArrangementClock.Advance(current!, byItself, now), null);
                return new(happened.ToImmutable(), new StepResult.Done(current!), now, current);
            default:
                throw new InvalidOperationException("A decision accepts or refuses.");
        }

        Arrangement? Add(ImmutableArray<ArrangementEvent> events, PersonId? by)
        {
            foreach (var e in events)
            {
                var after = Kind.Evolve(current, e, now);
                var messages = Correspondence.For(current, e, after, read.Facts, now);
                happened.Add(new(e, by, read.Known, messages, by is null ? null : step.Command?.HappenedAt));
                current = after;
            }
            return current;
        }
    }

    private static RegisterChanged? EarlyIn(Step step, Arrangement? before, Taken taken, Facts facts) =>
        before is null
            ? null
            : EarlyReview.In(before.Plan, step.Id, step.By, taken.Happened.Select(h => h.Event), taken.At, facts.Policy.EarlyReviewWithin);

    // An escalation that has ended, or is raised again, has reached nobody yet.
    private static ImmutableArray<ReachedStep> StillOpen(Record<Arrangement>? before, ImmutableArray<Happening> happened) =>
        before?.Reached.RemoveAll(reached =>
            happened.Any(h =>
                h.Event is ArrangementEvent.EscalationEnded ended && ended.Cause == reached.Cause
                || h.Event is ArrangementEvent.EscalationRaised raised && raised.Cause == reached.Cause
            )
        )
        ?? [];

    private static Change<ArrangementEvent> ChangeOf(
        Step step,
        Record<Arrangement>? before,
        Taken taken,
        RegisterChanged? early,
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
                .. Arose(step, before, taken).Select(arose => arose.Announce()),
                .. early is null ? [] : (Operation[])[early.Announce(commandId, taken.At)],
                .. taken.Result is StepResult.Done done && step.Also is { } also ? also(done.Arrangement) : [],
                .. Unsettled(before?.State, taken.After)
                    ? [new RegisterChanged(taken.After!.Plan.Child, null).Announce(commandId, taken.At)]
                    : Array.Empty<Operation>(),
            ],
        };

    private static ImmutableArray<ConcernArose> Arose(Step step, Record<Arrangement>? before, Taken taken) =>
        ConcernArose.In(step.Id, before?.Count ?? 0, taken.Happened, taken.At);

    // The occasions planned under an agreement hear of it when it no longer stands as it did.
    private static bool Unsettled(Arrangement? before, Arrangement? after) =>
        before is { Plan.Standing: not null, Phase: Phase.InForce or Phase.Suspended }
        && (before.Phase.GetType() != after!.Phase.GetType() || before.Round != after.Round);
}
