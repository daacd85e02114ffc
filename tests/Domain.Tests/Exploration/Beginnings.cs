using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Tests.Arrangements;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Exploration;

/// <summary>Where explorations begin.</summary>
internal static class Beginnings
{
    private static readonly DateTimeOffset Start = World.Plan.Start;

    /// <summary>The child asks to talk, now.</summary>
    public static Plan Talk => World.Plan with { Purpose = Purpose.Talk, Start = World.Beginning };

    public static IEnumerable<(Node, ImmutableArray<ArrangementEvent>)> All =>
        [
            // The child's assessment falls due before the start; a review moves that into the session, and another one away.
            Begin(new ArrangementCommand.Request(Story.Id, World.Plan), Occasion.Requester, Start - World.Tick),
            Begin(
                new ArrangementCommand.Request(
                    Story.Id,
                    World.Plan with
                    {
                        Place = new("stables", Setting.WorkersHome, Secluded: false, Exposure: Exposure.Supervised),
                    }
                ),
                Occasion.Requester,
                Start + World.Tick
            ),
            Begin(new ArrangementCommand.StartUnplanned(Story.Id, Talk, Colleague.Id), Worker, World.Far),
            // An agreement that ends before the assessments fall due; a review moves that between its beginning and its end.
            Begin(new ArrangementCommand.Request(Story.Id, World.Weekly), Occasion.Requester, Start + (World.Tick * 4)),
            Begin(Planned, Worker, Start + (World.Tick * 4), Agreement),
        ];

    /// <summary>An agreement in force, approved by the homes manager and a parent.</summary>
    public static Arrangement Agreement { get; } =
        new Story(null, World.Due(Start + (World.Tick * 4)).Facts, World.Beginning)
            .When(Occasion.Requester, new ArrangementCommand.Request(new("agreement"), World.Weekly))
            .ThenAccepted()
            .ApprovedBy(HomesManager)
            .ApprovedBy(Parent)
            .Is<Phase.InForce>()
            .State!;

    /// <summary>An occasion under it.</summary>
    public static ArrangementCommand.PlanOccasion Planned { get; } =
        new(Story.Id, World.Weekly with { Standing = null, Under = Agreement.Id }, ChangedSinceAgreed: false);

    private static (Node, ImmutableArray<ArrangementEvent>) Begin(
        ArrangementCommand command,
        Domain.People.Person by,
        DateTimeOffset childDue,
        Arrangement? agreement = null
    )
    {
        var world = agreement is null ? World.Due(childDue) : World.Due(childDue).Under(agreement);
        var accepted =
            ArrangementDecider.Decide(null, command, world.Facts with { Actor = by }, World.Beginning)
                as Decision<ArrangementEvent>.Accepted
            ?? throw new InvalidOperationException("The beginning was refused.");
        var state = accepted.Events.Aggregate((Arrangement?)null, (s, e) => ArrangementEvolution.Evolve(s, e, World.Beginning))!;
        return (new(state, world, World.Beginning), accepted.Events);
    }
}
