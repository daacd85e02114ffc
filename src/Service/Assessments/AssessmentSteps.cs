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

/// <summary>What came of a step of an assessment.</summary>
public abstract record AssessmentResult
{
    private AssessmentResult() { }

    /// <summary>It is done, and on disk.</summary>
    /// <param name="Assessment">The assessment as it is now.</param>
    public sealed record Done(Assessment Assessment) : AssessmentResult;

    /// <summary>The rules refuse it.</summary>
    /// <param name="Findings">Why, and what would lift it.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings) : AssessmentResult;

    /// <summary>The child, the worker or the caller is not in the register, or there is nothing to decide on.</summary>
    public sealed record NotFound : AssessmentResult;
}

/// <summary>Takes the steps of assessments: written, agreed, reviewed, reminded of.</summary>
/// <param name="ledger">Where they are kept.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="wakeUp">The host's clock.</param>
public sealed class AssessmentSteps(Ledger ledger, RegisterReader registers, TimeProvider clock, IWakeUp wakeUp)
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
    public Task<AssessmentResult> AdvanceAsync(AssessmentKey key, CancellationToken ct) => TakeAsync(key, null, ct);

    /// <summary>Takes a step.</summary>
    /// <param name="key">Which assessment.</param>
    /// <param name="command">What is asked; null when only what is due is to happen.</param>
    /// <param name="ct">Cancels the wait; the step may have been taken all the same.</param>
    /// <returns>What came of it.</returns>
    public async Task<AssessmentResult> TakeAsync(AssessmentKey key, AssessmentCommand? command, CancellationToken ct)
    {
        var commandId = Guid.NewGuid().ToString("N");
        while (true)
        {
            var stored = await ledger.ReadAsync(Kind, key.ToString(), ct);
            if (await FactsFor(key, stored?.State, command?.By, ct) is not { } facts)
                return new AssessmentResult.NotFound();
            if (stored is null && command is null)
                return new AssessmentResult.NotFound();
            var now = clock.GetUtcNow();
            var due = stored is null ? [] : ReviewClock.Advance(stored.State, facts.Policy, now);
            var current = due.Aggregate(stored?.State, AssessmentState.Evolve);
            var refused = ImmutableArray<Finding>.Empty;
            var commanded = ImmutableArray<AssessmentEvent>.Empty;
            if (command is not null)
            {
                var decision = AssessmentDecider.Decide(current, command, facts, now);
                (commanded, refused) = decision switch
                {
                    Decision<AssessmentEvent>.Accepted accepted => (accepted.Events, refused),
                    Decision<AssessmentEvent>.Refused no => (commanded, no.Findings),
                    _ => (commanded, refused),
                };
            }
            AssessmentResult result = refused.IsEmpty
                ? new AssessmentResult.Done(commanded.Aggregate(current, AssessmentState.Evolve)!)
                : new AssessmentResult.Refused(refused);
            if (due.IsEmpty && commanded.IsEmpty)
                return result;
            var change = new Change<AssessmentEvent>
            {
                CommandId = commandId,
                At = now,
                Happened =
                [
                    .. due.Select(e => Happening(e, null, facts, now)),
                    .. commanded.Select(e => Happening(e, command!.By, facts, now)),
                ],
                Outbox = stored?.Record.Outbox ?? [],
                Also = commanded.Any(e => e is AssessmentEvent.Agreed or AssessmentEvent.Reviewed)
                    ? [new RegisterChanged(key.Child, key.Child is null ? key.Worker : null).Announce(commandId, now)]
                    : [],
            };
            if (await ledger.CommitAsync(Kind, stored, change, s => ReviewClock.WakeAt(s, facts.Policy), ct) is null)
                continue;
            await wakeUp.WakeAsync(Kind.KeyOf(key.ToString()), ct);
            return result;
        }
    }

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
