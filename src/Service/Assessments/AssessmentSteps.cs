using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.DueWork;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Assessments;

/// <summary>Takes the steps of assessments: written, agreed, reviewed, reminded of.</summary>
/// <param name="ledger">Where they are kept.</param>
/// <param name="store">Where a step taken before is known by.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="wakeUp">The host's clock.</param>
public sealed class AssessmentSteps(Ledger ledger, IDocumentStore store, RegisterReader registers, TimeProvider clock, IWakeUp wakeUp)
{
    private static readonly AssessmentRecords Kind = AssessmentRecords.Kind;

    /// <summary>Reads an assessment.</summary>
    /// <param name="key">Which.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The record, or null.</returns>
    public ValueTask<Stored<Assessment>?> ReadAsync(AssessmentKey key, CancellationToken ct) => ledger.ReadAsync(Kind, key.ToString(), ct);

    /// <summary>Does what is due. Twice is the same as once.</summary>
    /// <param name="key">Which assessment.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What came of it.</returns>
    public Task<AssessmentResult> AdvanceAsync(AssessmentKey key, CancellationToken ct) => TakeAsync(new(key, null), ct);

    /// <summary>Takes a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="ct">Cancels the wait; the step may have been taken all the same.</param>
    /// <returns>What came of it.</returns>
    public async Task<AssessmentResult> TakeAsync(AssessmentStep step, CancellationToken ct)
    {
        var commandId = Guid.NewGuid().ToString("N");
        while (true)
        {
            var stored = await ledger.ReadAsync(Kind, step.Key.ToString(), ct);
            if (stored is null && step.Command is null)
                return new AssessmentResult.NotFound();
            if (await FactsFor(step.Key, stored?.State, step.Command?.By, ct) is not { } facts)
                return new AssessmentResult.NotFound();
            if (step.Once is { } once && await store.ReadAsync(once, ct) is { } before)
                return new AssessmentResult.TakenBefore(before);
            if (stored is not null && step.Seen?.Invoke(stored.Record.Count) == false)
                return new AssessmentResult.Stale(stored.Record.Count);
            var now = clock.GetUtcNow();
            var (result, happened) = Take(step, stored, facts, now);
            if (happened.IsEmpty)
                return result;
            var announced = happened.Any(h =>
                h.Event is AssessmentEvent.Agreed or AssessmentEvent.Reviewed or AssessmentEvent.ReviewBroughtForward
            );
            var change = new Change<AssessmentEvent>
            {
                CommandId = commandId,
                At = now,
                Happened = happened,
                Outbox = stored?.Record.Outbox ?? [],
                Also =
                [
                    .. announced ? [Announce(step.Key, commandId, now)] : ImmutableArray<Operation>.Empty,
                    .. result is AssessmentResult.Done done && step.Also is { } also ? also(done) : [],
                ],
            };
            if (await ledger.CommitAsync(Kind, stored, change, s => ReviewClock.WakeAt(s, facts.Policy), ct) is not { } after)
                continue;
            var record = Kind.KeyOf(step.Key.ToString());
            if (announced)
                await wakeUp.WatchAsync(RegisterChanged.KeyOf(record.Partition, commandId), now, CancellationToken.None);
            await wakeUp.WakeAsync(record, after.DueAt(ReviewClock.WakeAt(after.State, facts.Policy)), CancellationToken.None);
            return result;
        }
    }

    private static (AssessmentResult Result, ImmutableArray<Happening<AssessmentEvent>> Happened) Take(
        AssessmentStep step,
        Stored<Assessment>? stored,
        AssessmentFacts facts,
        DateTimeOffset now
    )
    {
        var happened = ImmutableArray.CreateBuilder<Happening<AssessmentEvent>>();
        var current = Add(stored?.State, stored is null ? [] : ReviewClock.Advance(stored.State, facts.Policy, now), null);
        if (step.Command is { } command)
            switch (AssessmentDecider.Decide(current, command, facts, now))
            {
                case Decision<AssessmentEvent>.Refused refused:
                    return (new AssessmentResult.Refused(refused.Findings), happened.ToImmutable());
                case Decision<AssessmentEvent>.Accepted accepted:
                    current = Add(current, accepted.Events, command.By);
                    break;
            }
        return (new AssessmentResult.Done(current!, (stored?.Record.Count ?? 0) + happened.Count), happened.ToImmutable());

        Assessment? Add(Assessment? before, ImmutableArray<AssessmentEvent> events, PersonId? by)
        {
            happened.AddRange(events.Select(e => Happening(e, by, facts, now)));
            return events.Aggregate(before, AssessmentState.Evolve);
        }
    }

    private static Operation Announce(AssessmentKey key, string commandId, DateTimeOffset now) =>
        new RegisterChanged(key.Child, key.Child is null ? key.Worker : null).Announce(commandId, now);

    private static Happening<AssessmentEvent> Happening(AssessmentEvent e, PersonId? by, AssessmentFacts facts, DateTimeOffset now) =>
        new(e, by, ImmutableSortedDictionary<string, int>.Empty.SetItem("policy", facts.Policy.Version), MessagesFor(e, facts, now));

    private static ImmutableArray<Message> MessagesFor(AssessmentEvent e, AssessmentFacts facts, DateTimeOffset now) =>
        e is AssessmentEvent.Reminded reminded
            ?
            [
                .. reminded
                    .Roles.SelectMany(role => facts.Home.OnCall.Present(role, now))
                    .Select(p => p.Person)
                    .Concat(reminded.People)
                    .Distinct()
                    .Select(p => new Message(MessageKind.ReviewDue, p)),
            ]
            : [];

    private async Task<AssessmentFacts?> FactsFor(AssessmentKey key, Assessment? state, PersonId? by, CancellationToken ct)
    {
        var people = ImmutableArray.CreateBuilder<Person>();
        foreach (var id in new[] { key.Worker, by, state?.WrittenBy }.OfType<PersonId>().Distinct())
        {
            if (await registers.PersonAsync(id, ct) is { } person)
                people.Add(person);
            else if (id != state?.WrittenBy)
                return null;
        }
        var child = key.Child is { } childId ? await registers.ChildAsync(childId, ct) : null;
        if (key.Child is not null && child is null)
            return null;
        var homeId = state?.Home ?? child?.Home ?? people.FirstOrDefault(p => p.Id == key.Worker)?.Homes.FirstOrDefault();
        return homeId is { Value: not null } id2 && await registers.HomeAsync(id2, ct) is { } home
            ? new(key, home, await registers.CurrentPolicyAsync(ct), people.ToImmutable(), child)
            : null;
    }
}
