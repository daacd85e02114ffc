using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>How an arrangement begins and how its plan changes.</summary>
internal static class Requesting
{
    public static Decision Request(ArrangementCommand.Request command, Facts facts, DateTimeOffset now)
    {
        var by = facts.Actor!;
        if (!MayAsk(facts, now))
            return NotStaff();
        var findings = Rules.Judge(new RequestCase(command.Plan, by.Id, facts, now));
        if (findings.Any(f => f.Kind != DutyKind.Override))
            return Answer.No(findings);
        var requested = new ArrangementEvent.Requested(
            command.Id,
            facts.Home.Id,
            by.Id,
            facts.Policy.Version,
            command.Plan,
            RegisterChanges.BasisOf(facts)
        );
        var state = ArrangementEvolution.Evolve(null, requested, now);
        return Answer.Yes(requested, Judgement.Open(state, facts, now));
    }

    public static Decision StartUnplanned(ArrangementCommand.StartUnplanned command, Facts facts, DateTimeOffset now)
    {
        if (facts.Actor!.Id != command.Plan.Worker)
            return Answer.NotYours("Only the worker who is with the child can start at once.", "Let the worker start, or make a request.");
        var findings = Rules.JudgeUnplanned(new RequestCase(command.Plan, facts.Actor.Id, facts, now));
        if (!findings.IsEmpty)
            return Answer.No(findings);
        if (!facts.Named.Any(p => p.Id == command.ColleagueTold && p.Id != command.Plan.Worker && Authority.IsStaff(p, facts.Home, now)))
            return Answer.No(
                "G-20",
                "No colleague is named who has been told.",
                "Tell a colleague of this home now, and name them.",
                "colleagueTold"
            );
        return Answer.Yes(
            new ArrangementEvent.StartedUnplanned(
                command.Id,
                facts.Home.Id,
                facts.Actor.Id,
                facts.Policy.Version,
                command.Plan,
                RegisterChanges.BasisOf(facts),
                command.ColleagueTold,
                now + facts.Policy.UnplannedReviewWithin
            )
        );
    }

    public static Decision Change(Arrangement state, ArrangementCommand.Change command, Facts facts, DateTimeOffset now)
    {
        if (state.Phase is not (Phase.AwaitingOverride or Phase.AwaitingApproval or Phase.Approved or Phase.Suspended))
            return Answer.NotInThisPhase(state, "A plan can be changed until the session starts.");
        if (state.EscalationOf(EscalationCause.NotStarted) is not null)
            return Answer.No("notStarted", "Its start window has gone by.", "A senior colleague first says whether it took place.");
        if (!Owns(state, facts, now))
            return Answer.NotYours("Only who asked for it, or a manager of the home, can change it.", "Ask one of them.");
        if (facts.Child.Home != state.Home)
            return Answer.No("home", "The child does not live in the home that answers for this.", "Make a new request in the child's home.", "plan.child");
        if (PlanComparison.Same(state.Plan, command.Plan))
            return Answer.Already;
        var findings = Rules.Judge(new RequestCase(command.Plan, state.RequestedBy, facts, now));
        if (findings.Any(f => f.Kind != DutyKind.Override))
            return Answer.No(findings);
        var material = PlanComparison.Material(state.JudgedPlan, command.Plan, facts.Policy);
        if (
            material.IsEmpty
            && findings.Any(f => !state.Overrides.Any(o => o.FindingId == f.Id))
            && state.Phase is not Phase.AwaitingOverride
        )
            material = ["findings"];
        if (material.IsEmpty)
            return Answer.Yes(new ArrangementEvent.PlanChanged(command.Plan, [], null, []));
        var changed = new ArrangementEvent.PlanChanged(
            command.Plan,
            material,
            RegisterChanges.BasisOf(facts),
            RegisterChanges.ApprovedBefore(state)
        );
        return Answer.Yes(changed, Judgement.Open(ArrangementEvolution.Evolve(state, changed, now), facts, now));
    }

    /// <summary>Whether the actor asked for it or manages the home.</summary>
    public static bool Owns(Arrangement state, Facts facts, DateTimeOffset now) =>
        facts.Actor is { } actor && (actor.Id == state.RequestedBy || Authority.Of(actor, facts.Home, now) is not null);

    private static bool MayAsk(Facts facts, DateTimeOffset now) => facts.Actor is { } actor && Authority.IsStaff(actor, facts.Home, now);

    private static Decision NotStaff() =>
        Answer.NotYours(
            "Only somebody who works in the child's home can ask for one-to-one time.",
            "Have a worker or manager of that home ask."
        );
}
