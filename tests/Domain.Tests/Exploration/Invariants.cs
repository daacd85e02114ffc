using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Sessions;

namespace OneToOne.Domain.Tests.Exploration;

/// <summary>What must hold of every step and every state, each with its name. They are written without the domain's own helpers.</summary>
internal static class Invariants
{
    private static readonly (string Name, Func<Transition, bool> Holds)[] OfSteps =
    [
        ("a round asks for the quorum that its policy demands", QuorumDemanded),
        ("a session starts only with its quorum for the current digest, a notice and assessments in date", StartsAllowed),
        ("an end is never left, and a final record takes additions only", EndsStay),
        ("the requester, the planner and the worker never approve", NotTheirOwn),
        ("nobody barred approves, decides, owns, is told or counts", NobodyBarred),
        ("an escalation ends only with an outcome that somebody recorded", OnlyOutcomesEnd),
    ];

    private static readonly (string Name, Func<Node, Subject, bool> Holds)[] OfStates =
    [
        ("a session under way is approved, or unplanned with its review owed", ActiveIsAllowed),
        ("an approved occasion rests on an agreement in force, or on approvals of its own", AgreementStands),
        ("an agreement never starts, and an occasion is never in force", AgreementsDoNotStart),
        ("a state that is not final wakes by itself, and later than now", Wakes),
        ("doing all that is due twice is the same as once", AdvanceTwice),
        ("nothing is final with an open escalation or an owed review", FinalIsQuiet),
        ("an escalation tells somebody, and never the worker", EscalationsTell),
        ("silence escalates until an outcome is recorded", SilenceEscalates),
    ];

    private const string LivesEnd = "every life can end";

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => [.. OfSteps.Select(i => i.Name), .. OfStates.Select(i => i.Name), LivesEnd];

    /// <summary>The first invariant that a step breaks, or null.</summary>
    public static string? BrokenBy(Transition step) => Array.Find(OfSteps, i => !i.Holds(step)).Name;

    /// <summary>The first invariant that a state breaks, or null.</summary>
    public static string? BrokenIn(Node node, Subject subject) => Array.Find(OfStates, i => !i.Holds(node, subject)).Name;

    /// <summary>Says which life can't end, when one can't: a node from which neither a final one nor one at a cap is reached.</summary>
    public static (string Name, int Node)? Trapped(IReadOnlyList<List<int>> edges, IEnumerable<int> ends)
    {
        var before = edges.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < edges.Count; i++)
            foreach (var to in edges[i])
                before[to].Add(i);
        var reach = new bool[edges.Count];
        var open = new Stack<int>(ends);
        while (open.TryPop(out var i))
            if (!reach[i])
            {
                reach[i] = true;
                before[i].ForEach(open.Push);
            }
        return Array.IndexOf(reach, false) is >= 0 and var trapped ? (LivesEnd, trapped) : null;
    }

    private static bool QuorumDemanded(Transition step) =>
        step
            .Events.OfType<ArrangementEvent.ApprovalAsked>()
            .All(e => e.Round.Quorum == (EitherWillDo(step.To.Arrangement) ? Quorum.Any : Quorum.Dual));

    // Homework is the one purpose for which this exploration's policy asks for one approval; a departure always asks for both.
    private static bool EitherWillDo(Arrangement arrangement) =>
        arrangement.Overrides.IsEmpty && arrangement.Plan.Purpose == Purpose.Homework;

    private static bool StartsAllowed(Transition step)
    {
        if (!step.Events.Any(e => e is ArrangementEvent.Started))
            return true;
        var (before, facts, now) = (step.From!.Arrangement, step.From.World.Facts, step.From.Now);
        var digest = Digest.Of(before);
        // Approvals of its own are bound to its own digest, those of its agreement to the agreement's as it is now.
        var round = before.ApprovalRound!;
        if (round.Under is not null && facts.Agreement is not { Phase: Phase.InForce })
            return false;
        var bound = round.Under is null ? digest : Digest.Of(facts.Agreement!);
        var approvals = round.Approvals.Where(a => a.Digest == bound && !facts.Child.IsBarred(a.By.Person)).ToList();
        var managers = approvals.Where(a => a.By.Capacity < Capacity.ParentOrCarer).Select(a => a.By.Person).ToList();
        var family = approvals.Where(a => a.By.Capacity >= Capacity.ParentOrCarer).Select(a => a.By.Person).ToList();
        return (EitherWillDo(before) ? managers.Count + family.Count > 0 : managers.Exists(m => family.Exists(f => f != m)))
            && before.Told.Any(t => t.Digest == digest && before.Plan.Inform.Contains(t.Person) && !facts.Child.IsBarred(t.Person))
            && new[] { facts.ChildAssessment, facts.WorkerAssessment, facts.PairAssessment }.All(a =>
                a!.InForce is { Ended: false, Outcome: not Domain.Assessments.Outcome.NotPermit } v && now < v.ReviewDue
            );
    }

    private static bool ActiveIsAllowed(Node node, Subject subject) =>
        node.Arrangement.Phase is not Phase.Active { Session.Basis: var basis }
        || (basis is SessionBasis.Approved { Round.IsMet: true } && node.Arrangement.OwedReview is null)
        || (basis is SessionBasis.Unplanned && node.Arrangement.OwedReview is not null);

    private static bool AgreementStands(Node node, Subject subject) =>
        node.Arrangement is not { Phase: Phase.Approved { Round.Under.Digest: var digest } }
        || node.Arrangement.MayBeUnderWay(node.Now)
        || (node.World.Facts.Agreement is { Phase: Phase.InForce { Round: var round } } && round.Digest == digest);

    private static bool AgreementsDoNotStart(Node node, Subject subject) =>
        node.Arrangement.Plan.Standing is null
            ? node.Arrangement.Phase is not Phase.InForce
            : node.Arrangement.Phase is not (Phase.Approved or Phase.Active or Phase.AwaitingCloseOut or Phase.Closed or Phase.Lapsed);

    private static bool Wakes(Node node, Subject subject) =>
        ArrangementClock.WakeAt(node.Arrangement, World.Policy) is { } wake ? wake > node.Now : node.Arrangement.IsFinal;

    private static bool AdvanceTwice(Node node, Subject subject) => subject.Advance(node.Arrangement, node.World.Facts, node.Now).IsEmpty;

    private static bool EndsStay(Transition step) =>
        step.From is not { Arrangement: { Phase: Phase.End end } before }
        || (
            ReferenceEquals(step.To.Arrangement.Phase, end)
            && (!before.IsFinal || step.Events.All(e => e is ArrangementEvent.AddendumAdded))
        );

    private static bool FinalIsQuiet(Node node, Subject subject) =>
        !node.Arrangement.IsFinal
        || (
            node.Arrangement is { Phase: Phase.End, Escalations.IsEmpty: true, OwedReview: null }
            && ArrangementClock.WakeAt(node.Arrangement, World.Policy) is null
        );

    private static bool NotTheirOwn(Transition step) =>
        step
            .Events.OfType<ArrangementEvent.ApprovalGiven>()
            .All(e =>
                e.Approval.By.Person != step.From!.Arrangement.RequestedBy
                && e.Approval.By.Person != step.From.Arrangement.Plan.Worker
                && !step.From.Arrangement.Replanners.Contains(e.Approval.By.Person)
            );

    private static bool NobodyBarred(Transition step)
    {
        var child = step.To.World.Facts.Child;
        if (child.Barred.IsEmpty)
            return true;
        var counting = step.To.Arrangement.Phase is Phase.AwaitingApproval or Phase.Approved or Phase.InForce
            ? step.To.Arrangement.ApprovalRound!.Approvals.Select(a => a.By.Person)
            : [];
        return !step.Events.SelectMany(People).Concat(counting).Any(child.IsBarred);
    }

    private static IEnumerable<PersonId> People(ArrangementEvent happened) =>
        happened switch
        {
            ArrangementEvent.ApprovalGiven e => e.Approval.OnBehalf is { } by
                ? [e.Approval.By.Person, by.RecordedBy]
                : [e.Approval.By.Person],
            ArrangementEvent.OverrideDecided e => [e.Decision.By],
            ArrangementEvent.PersonTold e => [e.Told.Person],
            ArrangementEvent.EscalationRaised e => e.Told,
            ArrangementEvent.EscalationPassedOn e => e.Told,
            ArrangementEvent.EscalationOwned e => [e.Owner],
            ArrangementEvent.Refused e => [e.By],
            _ => [],
        };

    private static bool EscalationsTell(Node node, Subject subject) =>
        node.Arrangement.Escalations.All(e => !e.Told.IsEmpty && !e.Told.Contains(node.Arrangement.Plan.Worker));

    private static bool OnlyOutcomesEnd(Transition step)
    {
        if (step.From is not { Arrangement.Escalations: { IsEmpty: false } before })
            return true;
        foreach (var open in before)
            if (step.To.Arrangement.EscalationOf(open.Cause) is null)
                if (
                    !step.Events.Any(e => e is ArrangementEvent.EscalationEnded ended && ended.Cause == open.Cause)
                    || step.By is "clock" or "registers"
                )
                    return false;
        return true;
    }

    // Nobody does anything any more: every open escalation still tells its whole chain, and then everybody again.
    private static bool SilenceEscalates(Node node, Subject subject)
    {
        var state = node.Arrangement;
        var heard = state.Escalations.ToDictionary(e => e.Cause, _ => (At: node.Now, Times: 0));
        while (heard.Values.Any(h => h.Times < 3))
        {
            var longest = heard.Values.Min(h => h.At) + World.Policy.DistressAcknowledgedWithin;
            if (ArrangementClock.WakeAt(state, World.Policy) is not { } wake || wake > longest)
                return false;
            var happened = subject.Advance(state, node.World.Facts, wake);
            if (happened.IsEmpty)
                return false;
            foreach (var e in happened)
            {
                state = ArrangementEvolution.Evolve(state, e, wake);
                if (
                    e is ArrangementEvent.EscalationPassedOn { Told.IsEmpty: false } passed
                    && heard.TryGetValue(passed.Cause, out var before)
                )
                    heard[passed.Cause] = (wake, before.Times + 1);
            }
        }
        return true;
    }
}
