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
        ];

    private static (Node, ImmutableArray<ArrangementEvent>) Begin(
        ArrangementCommand command,
        Domain.People.Person by,
        DateTimeOffset childDue
    )
    {
        var world = World.Due(childDue);
        var accepted =
            ArrangementDecider.Decide(null, command, world.Facts with { Actor = by }, World.Beginning)
                as Decision<ArrangementEvent>.Accepted
            ?? throw new InvalidOperationException("The beginning was refused.");
        var state = accepted.Events.Aggregate((Arrangement?)null, (s, e) => ArrangementEvolution.Evolve(s, e, World.Beginning))!;
        return (new(state, world, World.Beginning), accepted.Events);
    }
}
