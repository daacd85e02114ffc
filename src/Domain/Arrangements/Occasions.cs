using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>Occasions under a standing agreement: within its bounds they rest on its approvals, outside they are ordinary requests.</summary>
internal static class Occasions
{
    public static Decision Plan(ArrangementCommand.PlanOccasion command, Facts facts, DateTimeOffset now)
    {
        var by = facts.Actor!;
        if (!Authority.IsStaff(by, facts.Home, now))
            return Requesting.NotStaff();
        if (command.ChangedSinceAgreed)
            return Answer.No([
                Agreements.Refuse(
                    "Something has changed since the agreement was made.",
                    "changedSinceAgreed",
                    "Make an ordinary request that says so."
                ),
            ]);
        if (Against(command.Plan, by.Id, facts, now) is { IsEmpty: false } findings)
            return Answer.No(findings);
        var requested = new ArrangementEvent.Requested(
            command.Id,
            facts.Home.Id,
            by.Id,
            facts.Policy.Version,
            command.Plan,
            RegisterChanges.BasisOf(facts)
        );
        return Covered(ArrangementEvolution.Evolve(null, requested, now), facts, now) is { } covered
            ? Answer.Yes(requested, covered)
            : Answer.No([TooFewApprovals]);
    }

    /// <summary>A change that leaves it within the agreement that it rests on. Its links and notices are new; null when it needs a round of its own.</summary>
    public static Decision? Change(Arrangement state, Plan plan, ImmutableArray<string> material, Facts facts, DateTimeOffset now)
    {
        if (state.ApprovalRound?.Under is null || !Against(plan, facts.Actor!.Id, facts, now).IsEmpty)
            return null;
        var changed = new ArrangementEvent.PlanChanged(facts.Actor.Id, plan, material, RegisterChanges.BasisOf(facts), []);
        return Covered(ArrangementEvolution.Evolve(state, changed, now), facts, now) is { } covered ? Answer.Yes(changed, covered) : null;
    }

    private static Finding TooFewApprovals =>
        Agreements.Refuse("The policy asks for more approvals by now than the agreement was given.", "length");

    /// <summary>Whether a change, however small, leaves what the agreement that it rests on covers.</summary>
    public static bool Leaves(Arrangement state, Plan plan, Facts facts) =>
        state.ApprovalRound?.Under is not null
        && facts.Agreement is { } agreement
        && !Agreements.Outside(plan, agreement, facts.Home).IsEmpty;

    /// <summary>All that stands against an occasion under the agreement that the facts name.</summary>
    public static ImmutableArray<Finding> Against(Plan plan, PersonId by, Facts facts, DateTimeOffset now)
    {
        if (facts.Agreement is not { Phase: Phase.InForce { Round: var round } } agreement || plan.Under != agreement.Id)
            return [Agreements.Refuse("There is no such agreement in force.", "under")];
        if (round.Approvals.Any(a => a.By.Person == by || EnteredApprovers.Entered(a.By, by, facts.Child)))
            return
            [
                Agreements.Refuse(
                    "Who approved the agreement, or entered a parent who did, does not plan its occasions.",
                    null,
                    "Have the worker or another colleague plan it."
                ),
            ];
        var judged = Rules.Judge(new RequestCase(plan, by, facts, now));
        return
        [
            .. judged.Where(f => f.Kind != DutyKind.Override),
            .. judged
                .Where(f => f.Kind == DutyKind.Override && !AgreedDepartures.For(plan, agreement).Any(o => o.FindingId == f.Id))
                .Select(f => Agreements.Refuse(f.Problem, f.Field)),
            .. Agreements.Outside(plan, agreement, facts.Home),
            .. WorkingRules.G17Occasion(plan, facts) is { } outside ? [outside] : Array.Empty<Finding>(),
        ];
    }

    private static ArrangementEvent.CoveredByAgreement? Covered(Arrangement state, Facts facts, DateTimeOffset now)
    {
        var agreement = facts.Agreement!;
        var agreed = agreement.ApprovalRound!;
        state = state with { Overrides = AgreedDepartures.For(state.Plan, agreement) };
        var round = agreed with
        {
            Number = state.Round,
            Digest = Digest.Of(state),
            Quorum = NeededQuorum.Of(state.Plan, !state.Overrides.IsEmpty, facts).Quorum,
            Excluded = [.. agreed.Excluded.Concat(state.Excluded).Distinct()],
            OpenedAt = now,
            LinksIssuedAt = now,
            Deadline = state.Plan.Start,
            Attempts = [],
            Under = new AgreedRound(agreement.Id, agreement.Round, agreed.Digest),
        };
        return round.IsMet ? new(round, state.Overrides) : null;
    }
}
