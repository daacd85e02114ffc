using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>Withdrawing, declining and explaining (L-26), the review of an unplanned start, and what is added afterwards.</summary>
internal static class Ending
{
    public static Decision Withdraw(Arrangement state, ArrangementCommand.Withdraw command, Facts facts, DateTimeOffset now)
    {
        if (!Requesting.Owns(state, facts, now))
            return Answer.NotYours("Only who asked for it, or a manager of the home, can take it back.", "Ask one of them.");
        if (state.Phase is Phase.Withdrawn)
            return Answer.Already;
        if (BeforeStartRefusal(state, command.Reason) is { } refused)
            return refused;
        return Answer.Yes([
            new ArrangementEvent.Withdrawn(facts.Actor!.Id, command.Reason),
            .. Escalating.AskWhetherItTookPlace(state, facts, now),
        ]);
    }

    public static Decision Decline(Arrangement state, ArrangementCommand.DeclineByWorker command, Facts facts, DateTimeOffset now)
    {
        if (facts.Actor!.Id != state.Plan.Worker)
            return Answer.NotYours("Only the worker can decline.", "Withdraw it instead, or ask the worker.");
        if (state.Phase is Phase.AwaitingExplanation or Phase.DeclinedByWorker)
            return Answer.Already;
        if (BeforeStartRefusal(state, command.Reason) is { } refused)
            return refused;
        if (!FieldFinding.SaysWhy(command.Reason))
            return Answer.Missing("reason", "reason", "Say why, in a few words: it is never held against you.");
        return Answer.Yes([
            new ArrangementEvent.DeclinedByWorker(new(facts.Actor.Id, now, command.Reason)),
            .. Escalating.AskWhetherItTookPlace(state, facts, now),
        ]);
    }

    public static Decision Explain(Arrangement state, ArrangementCommand.Explain command, Facts facts, DateTimeOffset now)
    {
        if (facts.Actor!.Id != state.Plan.Worker && !Authority.IsStaff(facts.Actor, facts.Home, now))
            return Answer.NotYours("The explanation is recorded by the worker or a colleague of the home.", "Ask one of them.");
        if (state.Phase is Phase.DeclinedByWorker)
            return Answer.Already;
        if (state.Phase is not Phase.AwaitingExplanation)
            return Answer.NotInThisPhase(state, "An explanation follows a decline.");
        if (!FieldFinding.SaysWhy(command.How))
            return Answer.Missing("L-26", "how", "Say in a few words how it was explained to the young person.");
        if (!FieldFinding.SaysWhy(command.Response))
            return Answer.Missing("L-26", "response", "Say in a few words what the young person answered.");
        return Answer.Yes([
            .. Escalating.EndBecauseRecorded(state, EscalationCause.ExplanationLate, facts),
            new ArrangementEvent.DeclineExplained(new(facts.Actor.Id, now, command.How, command.Response)),
        ]);
    }

    public static Decision ReviewUnplanned(Arrangement state, ArrangementCommand.ReviewUnplanned command, Facts facts, DateTimeOffset now)
    {
        if (!Authority.AnswersFor(facts.Actor!, facts.Home, facts.Worker, now))
            return Answer.NotYours(
                "An unplanned start is reviewed by a manager of the home, never by the worker.",
                "Have a manager review it."
            );
        if (state.OwedReview is null)
            return Answer.Already;
        if (state.Phase is Phase.Active)
            return Answer.NotInThisPhase(state, "Review it once the session is over.");
        if (!FieldFinding.SaysWhy(command.Notes))
            return Answer.Missing("G-20", "notes", "Say what you found, in a few words.");
        return Answer.Yes([
            .. Escalating.EndBecauseRecorded(state, EscalationCause.UnplannedReviewLate, facts),
            new ArrangementEvent.UnplannedReviewed(facts.Actor!.Id, command.Notes),
        ]);
    }

    public static Decision AddAddendum(Arrangement state, ArrangementCommand.AddAddendum command, Facts facts, DateTimeOffset now) =>
        !Authority.IsStaff(facts.Actor!, facts.Home, now)
            ? Answer.NotYours("Only the home's own people can add to the record.", "Have one of them add it.")
        : state.Phase is not Phase.End
            ? Answer.NotInThisPhase(state, "Additions are for a record that has ended; until then record it where it belongs.")
        : string.IsNullOrWhiteSpace(command.Text) ? Answer.Missing("text", "text", "Say what is to be added.")
        : Answer.Yes(new ArrangementEvent.AddendumAdded(facts.Actor!.Id, command.Text, command.HappenedAt ?? now));

    private static Decision? BeforeStartRefusal(Arrangement state, string reason) =>
        state.Phase is not (Phase.AwaitingOverride or Phase.AwaitingApproval or Phase.Approved or Phase.InForce or Phase.Suspended)
            ? Answer.NotInThisPhase(state, "It can be taken back or declined until the session starts.")
        : state.EscalationOf(EscalationCause.NotStarted) is not null
            ? Answer.No("notStarted", "Its start window has gone by.", "A senior colleague first says whether it took place.")
        : string.IsNullOrWhiteSpace(reason) ? Answer.Missing("reason", "reason", "Say why.")
        : null;
}
