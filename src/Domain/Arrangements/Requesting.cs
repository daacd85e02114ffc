using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>How an arrangement begins and how its plan changes.</summary>
internal static class Requesting
{
    /// <summary>What is asked at an unplanned start beside its plan.</summary>
    public static readonly Finding NobodyTold = new(
        "G-20",
        DutyKind.Hard,
        "No colleague is named who has been told.",
        "Tell a colleague of this home now, and name them.",
        "colleagueTold"
    );

    public static Decision Request(ArrangementCommand.Request command, Facts facts, DateTimeOffset now)
    {
        var by = facts.Actor!;
        if (!MayAsk(facts, now))
            return NotStaff();
        if (command.Plan.Under is not null)
            return Answer.No([
                Agreements.Refuse(
                    "An occasion under an agreement is planned at the agreement.",
                    "under",
                    "Plan it there, or leave this out."
                ),
            ]);
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
        if (!MayAsk(facts, now))
            return NotStaff();
        var plan = AtOnce(command.Plan, now);
        var findings = Rules.JudgeUnplanned(new RequestCase(plan, facts.Actor.Id, facts, now));
        if (!findings.IsEmpty)
            return Answer.No(findings);
        if (!facts.Named.Any(p => p.Id == command.ColleagueTold && MayBeTold(p, plan, facts, now)))
            return Answer.No([NobodyTold]);
        return Answer.Yes(
            new ArrangementEvent.StartedUnplanned(
                command.Id,
                facts.Home.Id,
                facts.Actor.Id,
                facts.Policy.Version,
                plan,
                RegisterChanges.BasisOf(facts),
                command.ColleagueTold,
                now + facts.Policy.UnplannedReviewWithin
            )
        );
    }

    /// <summary>The plan of what starts now: it is of this moment and of no agreement, whatever was sent.</summary>
    public static Plan AtOnce(Plan plan, DateTimeOffset now) => plan with { Start = now, Standing = null, Under = null };

    public static Decision Change(Arrangement state, ArrangementCommand.Change command, Facts facts, DateTimeOffset now)
    {
        if (state.Phase is not (Phase.AwaitingOverride or Phase.AwaitingApproval or Phase.Approved or Phase.InForce or Phase.Suspended))
            return Answer.NotInThisPhase(state, "A plan can be changed until the session starts.");
        if (state.EscalationOf(EscalationCause.NotStarted) is not null)
            return Answer.No("notStarted", "Its start window has gone by.", "A senior colleague first says whether it took place.");
        if (!Owns(state, facts, now))
            return Answer.NotYours("Only who asked for it, or a manager of the home, can change it.", "Ask one of them.");
        if (facts.Child.Home != state.Home)
            return Answer.No(
                "home",
                "The child does not live in the home that answers for this.",
                "Make a new request in the child's home.",
                "plan.child"
            );
        if (PlanComparison.Same(state.Plan, command.Plan))
            return Answer.Already;
        if (command.Plan.Under != state.Plan.Under || command.Plan.Standing is null != state.Plan.Standing is null)
            return Answer.No([
                Agreements.Refuse("An agreement stays one, and an occasion stays under its own.", "standing", "Make a new request."),
            ]);
        var findings = Rules
            .Judge(new RequestCase(command.Plan, state.RequestedBy, facts, now))
            .RemoveAll(f => HasBegun(f, state, command));
        if (findings.Any(f => f.Kind != DutyKind.Override))
            return Answer.No(findings);
        var material = PlanComparison.Material(state.JudgedPlan, command.Plan, facts.Policy);
        var undecided = findings.Select(f => f.Id).Except(state.Overrides.Select(o => o.FindingId)).ToHashSet();
        if (material.IsEmpty && undecided.Count > 0 && state.Phase is not Phase.AwaitingOverride)
            material = ["findings"];
        // A few minutes are nothing, but not those that lead out of what the organisation has agreed on (G-17).
        if (material.IsEmpty && WorkingRules.IsOutside(command.Plan, facts) && !WorkingRules.IsOutside(state.JudgedPlan, facts))
            material = ["start"];
        if (material.IsEmpty && Occasions.Leaves(state, command.Plan, facts))
            material = ["start"];
        // A start that moved would push the start window away from a session that nobody sees.
        if ((!material.IsEmpty || command.Plan.Start != state.Plan.Start) && state.MayBeUnderWay(now))
            return Answer.No(
                "notStarted",
                "Its planned start has passed, so the child may be with the worker already.",
                "Take it back, which asks a senior colleague whether it took place, and make a new request."
            );
        if (!material.IsEmpty && Occasions.Change(state, command.Plan, material, facts, now) is { } within)
            return within;
        return material.IsEmpty
            ? Adjusted(state, command.Plan, undecided, facts, now)
            : Replanned(state, command.Plan, material, facts, now);
    }

    // An agreement that has begun need not begin anew.
    private static bool HasBegun(Finding finding, Arrangement state, ArrangementCommand.Change command) =>
        finding.Id == PlanRules.StartId && state.Plan.Standing is not null && command.Plan.Start == state.Plan.Start;

    private static Decision Adjusted(Arrangement state, Plan plan, HashSet<string> undecided, Facts facts, DateTimeOffset now)
    {
        var changed = new ArrangementEvent.PlanChanged(facts.Actor!.Id, plan, [], null, []);
        return state.Phase is Phase.AwaitingOverride waiting && !undecided.SetEquals(waiting.Findings)
            ? Answer.Yes(changed, Judgement.Open(ArrangementEvolution.Evolve(state, changed, now), facts, now))
            : Answer.Yes(changed);
    }

    private static Decision Replanned(Arrangement state, Plan plan, ImmutableArray<string> material, Facts facts, DateTimeOffset now)
    {
        var changed = new ArrangementEvent.PlanChanged(
            facts.Actor!.Id,
            plan,
            material,
            RegisterChanges.BasisOf(facts),
            RegisterChanges.ApprovedBefore(state)
        );
        return Answer.Yes(changed, Judgement.Open(ArrangementEvolution.Evolve(state, changed, now), facts, now));
    }

    /// <summary>Whether the actor asked for it or manages the home.</summary>
    public static bool Owns(Arrangement state, Facts facts, DateTimeOffset now) =>
        facts.Actor is { } actor && (actor.Id == state.RequestedBy || Authority.Of(actor, facts.Home, now) is not null);

    private static bool MayBeTold(Person colleague, Plan plan, Facts facts, DateTimeOffset now) =>
        colleague.Id != plan.Worker && !facts.Child.IsBarred(colleague.Id) && Authority.IsStaff(colleague, facts.Home, now);

    private static bool MayAsk(Facts facts, DateTimeOffset now) => facts.Actor is { } actor && Authority.IsStaff(actor, facts.Home, now);

    public static Decision NotStaff() =>
        Answer.NotYours(
            "Only somebody who works in the child's home can ask for one-to-one time.",
            "Have a worker or manager of that home ask."
        );
}
