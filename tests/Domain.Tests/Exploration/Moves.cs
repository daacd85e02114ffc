using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.People;
using OneToOne.Domain.Tests.Arrangements;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Exploration;

/// <summary>Everything that anybody may try, and everything that may happen around an arrangement.</summary>
internal static class Moves
{
    /// <summary>One of each kind of person, by the word that the life-cycle table uses.</summary>
    public static readonly (string Role, Person Person)[] Actors =
    [
        ("requester", Occasion.Requester),
        ("worker", Worker),
        ("colleague", Colleague),
        ("senior", Senior),
        ("homes manager", HomesManager),
        ("service manager", ServiceManager),
        ("parent", Parent),
        ("other parent", Occasion.SecondParent),
        ("placing authority", SocialWorker),
        ("stranger", Occasion.Stranger),
    ];

    private static readonly EscalationCause[] Causes = Enum.GetValues<EscalationCause>();
    private static readonly EscalationOutcome[] Outcomes = Enum.GetValues<EscalationOutcome>();

    private static readonly ArrangementCommand[] Fixed =
    [
        new ArrangementCommand.Request(Story.Id, World.Plan),
        Beginnings.Planned,
        new ArrangementCommand.StartUnplanned(Story.Id, World.Plan, Colleague.Id),
        new ArrangementCommand.DecideOverride("L-23", true, "At the stables", "Riding is in her plan", Occasion.Grounds),
        new ArrangementCommand.DecideOverride("L-23", false, "At the stables", "Not this time"),
        new ArrangementCommand.Approve("stale", true),
        new ArrangementCommand.RecordAttempt(Parent.Id, "rang"),
        new ArrangementCommand.RecordAttempt(Occasion.SecondParent.Id, "rang"),
        new ArrangementCommand.RecordTold(Colleague.Id, ToldBy.Phone),
        new ArrangementCommand.Start(new([0])),
        new ArrangementCommand.Start(new([])),
        new ArrangementCommand.CheckIn(),
        new ArrangementCommand.ReportDistress("crying"),
        new ArrangementCommand.CallHelp(),
        new ArrangementCommand.Finish(),
        new ArrangementCommand.RecordCloseOut(Story.GoodRecord),
        new ArrangementCommand.RecordCloseOut(Story.GoodRecord with { ChildDistressedOrAngry = true, Distress = "crying" }),
        new ArrangementCommand.Withdraw("not needed"),
        new ArrangementCommand.DeclineByWorker("not comfortable"),
        new ArrangementCommand.Explain("in the kitchen", "she was fine with it"),
        new ArrangementCommand.ReviewUnplanned("rightly started"),
        new ArrangementCommand.AddAddendum("more"),
    ];

    /// <summary>The commands that any actor may try on this arrangement. A session is not extended further than two ticks ahead.</summary>
    public static List<ArrangementCommand> On(Arrangement arrangement, DateTimeOffset now)
    {
        var commands = new List<ArrangementCommand>(Fixed);
        var plan = arrangement.Plan;
        var moved = plan.Start == arrangement.JudgedPlan.Start ? plan.Start + World.Tick : arrangement.JudgedPlan.Start;
        commands.Add(new ArrangementCommand.Change(plan with { Start = moved }));
        commands.Add(
            new ArrangementCommand.Change(plan with { Purpose = plan.Purpose == Purpose.Homework ? Purpose.Keywork : Purpose.Homework })
        );
        var digest = arrangement.ApprovalRound?.Digest ?? Digest.Of(arrangement);
        commands.Add(new ArrangementCommand.Approve(digest, true));
        commands.Add(new ArrangementCommand.Refuse(digest, "no"));
        commands.Add(new ArrangementCommand.AcknowledgeNotice(digest));
        foreach (var approver in new[] { Parent, Occasion.SecondParent, HomesManager, ServiceManager, SocialWorker })
            commands.Add(new ArrangementCommand.RecordApproval(digest, approver.Id, Means.Phone, "She said that it is well", true));
        if (arrangement.Phase is not Phase.Active { Session: var session } || session.ExpectedEnd - now <= World.Tick)
            commands.Add(new ArrangementCommand.Extend(World.Tick));
        AddAnswers(arrangement, commands);
        return commands;
    }

    // Of the escalations that are not open one stands for all: each is refused for the same reason.
    private static void AddAnswers(Arrangement arrangement, List<ArrangementCommand> commands)
    {
        foreach (var open in arrangement.Escalations)
        {
            commands.Add(new ArrangementCommand.Acknowledge(open.Cause));
            foreach (var outcome in Outcomes)
                commands.Add(new ArrangementCommand.RecordOutcome(open.Cause, outcome, "looked"));
        }
        var closed = Array.Find(Causes, c => arrangement.EscalationOf(c) is null);
        commands.Add(new ArrangementCommand.Acknowledge(closed));
        commands.Add(new ArrangementCommand.RecordOutcome(closed, EscalationChain.Outcomes(closed)[0], "looked"));
    }

    /// <summary>What may change in the registers; content versions are capped at 2.</summary>
    public static IEnumerable<(string What, World World)> OfRegisters(World world, DateTimeOffset now)
    {
        var child = world.Child;
        if (!child.Ended)
        {
            yield return ("a review continues the child's assessment", world.With(child with { Due = NextReview(now) }));
            yield return ("a review asks for a change", world.With(child with { Due = now }));
            yield return ("a review ends it", world.With(child with { Ended = true }));
        }
        if (child.Version == 1)
        {
            yield return ("new content is agreed", world.With(new(2, Outcome.Permit, false, NextReview(now))));
            yield return ("new content does not permit", world.With(new(2, Outcome.NotPermit, false, NextReview(now))));
        }
        foreach (var person in new[] { Parent, Occasion.SecondParent, Senior, Worker })
            if (!world.IsBarred(person))
                yield return ($"{person.Id} is barred", world.Barring(person));
        if (world.Facts.Agreement is { Phase: Phase.InForce { Round: var round } } agreement)
        {
            yield return (
                "the agreement is taken back",
                world.WithAgreement(agreement with { Phase = new Phase.Withdrawn(Parent.Id, "") })
            );
            yield return ("the agreement is suspended", world.WithAgreement(agreement with { Phase = new Phase.Suspended(round, "") }));
            yield return (
                "the agreement is approved anew",
                world.WithAgreement(agreement with { Round = 2, Phase = new Phase.InForce(round with { Number = 2, Digest = "other" }) })
            );
        }
        if (!world.WorkerLeft)
            yield return ("the worker leaves", world.AfterWorkerLeft());
    }

    // Before the start the next review falls into the session, so that it can lapse there.
    private static DateTimeOffset NextReview(DateTimeOffset now) => now < World.Plan.Start ? World.Plan.Start + World.Tick : World.Far;
}
