using System.Collections.Immutable;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Messages;

namespace OneToOne.Domain.Drills;

/// <summary>What events do to a drill, and who hears of them.</summary>
public static class DrillEvolution
{
    /// <summary>What an event does.</summary>
    /// <param name="state">The drill before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded.</param>
    /// <returns>The drill after it.</returns>
    public static Drill Evolve(Drill? state, DrillEvent happened, DateTimeOffset at) =>
        (state, state?.Standing, happened) switch
        {
            (null, _, DrillEvent.DrillBegun e) => new()
            {
                Id = e.Id,
                Home = e.Home,
                Cause = e.Cause,
                By = e.By,
                BegunAt = at,
                PolicyVersion = e.PolicyVersion,
                Steps = [new(e.Step, at, null, e.Told, e.Absent, null)],
                Standing = new DrillStanding.Open(new(e.Cause, at, e.Step, at, e.Told)),
            },
            ({ } drill, DrillStanding.Open { Escalation: var open }, DrillEvent.DrillPassedOn e) => drill with
            {
                Steps = drill.Steps.Add(new(e.Step, at, e.Because, e.Told, e.Absent, null)),
                Standing = new DrillStanding.Open(
                    open with
                    {
                        Step = e.Step,
                        StepSince = at,
                        Told = e.Told,
                        Owner = null,
                        FormerOwner = e.FormerOwner ?? open.FormerOwner,
                    }
                ),
            },
            ({ } drill, DrillStanding.Open { Escalation: var open }, DrillEvent.DrillOwned e) => drill with
            {
                Steps = drill.Steps.SetItem(drill.Steps.Length - 1, drill.Steps[^1] with { Owner = new(e.By, at) }),
                Standing = new DrillStanding.Open(open with { Owner = new(e.By, at) }),
            },
            ({ } drill, DrillStanding.Open, DrillEvent.DrillEnded e) => drill with
            {
                Standing = new DrillStanding.Ended(e.Why, at, e.By, e.Note),
            },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to this drill"),
        };

    /// <summary>Who hears of an event.</summary>
    /// <param name="before">The drill before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The messages.</returns>
    public static ImmutableArray<Message> MessagesFor(Drill? before, DrillEvent happened) =>
        happened switch
        {
            DrillEvent.DrillBegun e => Call(e.Cause, e.Step, e.Told),
            DrillEvent.DrillPassedOn e => Call(before!.Cause, e.Step, e.Told),
            DrillEvent.DrillEnded e =>
            [
                .. before!
                    .Steps.SelectMany(step => step.Told)
                    .Distinct()
                    .Where(person => person != e.By)
                    .Select(person => new Message(MessageKind.DrillEnded, person, before.Cause)),
            ],
            _ => [],
        };

    private static ImmutableArray<Message> Call(EscalationCause cause, int step, ImmutableArray<PersonId> told) =>
        [.. told.Select(person => new Message(MessageKind.Drill, person, cause, step))];
}
