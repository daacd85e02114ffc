using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;

namespace OneToOne.Service.Arrangements;

/// <summary>
/// What a person could do next with an arrangement. It asks the decider itself, with answers that no rule objects to, so the two never differ.
/// </summary>
public static class NextSteps
{
    private const string Words = "as it was said";

    /// <summary>Finds what the actor could do.</summary>
    /// <param name="state">The arrangement.</param>
    /// <param name="facts">The registers now, with the actor, whom the plan names and who may approve.</param>
    /// <param name="now">This moment.</param>
    /// <returns>Addresses below the arrangement's own, such as <c>approvals</c>; empty when there is nothing to do.</returns>
    public static ImmutableArray<string> Of(Arrangement state, Facts facts, DateTimeOffset now) =>
        [
            .. Candidates(state, facts).Where(c => IsPossible(state, c.Command, facts, now)).Select(c => c.Address).Distinct(),
            .. MayPlanOccasion(state, facts, now) ? ["occasions"] : Array.Empty<string>(),
        ];

    // The next time in the agreed hours stands for all.
    private static bool MayPlanOccasion(Arrangement state, Facts facts, DateTimeOffset now)
    {
        if (state is not { Phase: Phase.InForce, Plan.Standing: not null })
            return false;
        var occasion = NextOccasion(state, facts, now);
        var command = new ArrangementCommand.PlanOccasion(state.Id, occasion, ChangedSinceAgreed: false);
        return ArrangementDecider.Decide(null, command, facts with { Agreement = state }, now) is Decision<ArrangementEvent>.Accepted;
    }

    /// <summary>The usual occasion under an agreement, at the next time in its hours.</summary>
    public static Plan NextOccasion(Arrangement agreement, Facts facts, DateTimeOffset now)
    {
        var from = now > agreement.Plan.Start ? now : agreement.Plan.Start;
        var next = agreement.Plan.Standing!.Window.NextAfter(from, facts.Home);
        var place = new OccasionPlace(agreement.Plan.Place.Name);
        return new OccasionAsked(place, next, agreement.Plan.Inform, ChangedSinceAgreed: false).Under(agreement);
    }

    // Accepted without an event means that it has been done.
    private static bool IsPossible(Arrangement state, ArrangementCommand command, Facts facts, DateTimeOffset now) =>
        ArrangementDecider.Decide(state, command, facts, now) is Decision<ArrangementEvent>.Accepted { Events.IsEmpty: false };

    private static IEnumerable<(string Address, ArrangementCommand Command)> Candidates(Arrangement state, Facts facts)
    {
        var plan = state.Plan;
        var digest = state.ApprovalRound?.Digest ?? Digest.Of(state);
        yield return (
            "plan",
            new ArrangementCommand.Change(plan with { Safeguards = [.. plan.Safeguards, new(Words, plan.Worker, false)] })
        );
        if (state.Phase is Phase.AwaitingOverride { Findings: [var finding, ..] })
            yield return ("overrides", new ArrangementCommand.DecideOverride(finding, false, Words, Words));
        yield return ("approvals", new ArrangementCommand.Approve(digest, true));
        foreach (var approver in facts.Named)
            yield return ("recorded-approvals", new ArrangementCommand.RecordApproval(digest, approver.Id, Means.Phone, Words, true));
        yield return ("refusals", new ArrangementCommand.Refuse(digest, Words));
        foreach (var parent in facts.Child.Responsible.Where(r => !facts.Child.IsBarred(r.Person)).Take(1))
            yield return ("contact-attempts", new ArrangementCommand.RecordAttempt(parent.Person, Words));
        yield return ("notice", new ArrangementCommand.AcknowledgeNotice(digest));
        foreach (var person in plan.Inform.Except(state.Told.Select(t => t.Person)).Take(1))
            yield return ("told", new ArrangementCommand.RecordTold(person, ToldBy.InPerson));
        yield return ("start", new ArrangementCommand.Start(new([.. Enumerable.Range(0, plan.Safeguards.Length)], true)));
        yield return ("check-ins", new ArrangementCommand.CheckIn());
        yield return ("extensions", new ArrangementCommand.Extend(TimeSpan.FromMinutes(1)));
        yield return ("distress", new ArrangementCommand.ReportDistress(Words));
        yield return ("help", new ArrangementCommand.CallHelp());
        yield return ("finish", new ArrangementCommand.Finish());
        yield return (
            "close-out",
            new ArrangementCommand.RecordCloseOut(
                new(Words, false, SexualFeelingsDeclaration.No, false, true, null, new(true), false, false, false)
            )
        );
        yield return ("withdrawal", new ArrangementCommand.Withdraw(Words));
        yield return ("decline", new ArrangementCommand.DeclineByWorker(Words));
        yield return ("explanation", new ArrangementCommand.Explain(Words, Words));
        yield return ("unplanned-review", new ArrangementCommand.ReviewUnplanned(Words));
        yield return ("addenda", new ArrangementCommand.AddAddendum(Words));
        foreach (var escalation in state.Escalations)
        {
            var address = $"escalations/{new EscalationName(escalation.Cause)}";
            yield return ($"{address}/acknowledgement", new ArrangementCommand.Acknowledge(escalation.Cause));
            foreach (var outcome in EscalationChain.Outcomes(escalation.Cause).Take(1))
                yield return ($"{address}/outcome", new ArrangementCommand.RecordOutcome(escalation.Cause, outcome, Words));
        }
    }
}
