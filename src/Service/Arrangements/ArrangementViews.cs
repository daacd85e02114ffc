using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Overrides;
using OneToOne.Domain.Retention;
using OneToOne.Domain.Sessions;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Arrangements;

/// <summary>Shows an arrangement to a caller: no more than their sight allows.</summary>
public static class ArrangementViews
{
    /// <summary>Shows an arrangement.</summary>
    /// <param name="seen">The arrangement, and as what the caller looks at it.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The view.</returns>
    public static ArrangementView Show(SeenArrangement seen, DateTimeOffset now)
    {
        var (state, facts, sight, unheard) = seen;
        var family = sight is Sight.Family;
        var withheld = family && facts.Child.WhereaboutsWithheld;
        var decisions = family ? state.Overrides.Where(o => !FamilyPlan.IsForStaff(o.FindingId)) : state.Overrides;
        var awaited = state.Phase is Phase.AwaitingOverride waiting ? waiting.Findings : [];
        var view = new ArrangementView
        {
            Id = state.Id,
            Home = withheld ? null : state.Home,
            RequestedBy = state.RequestedBy,
            RequestedAt = state.RequestedAt,
            PolicyVersion = state.PolicyVersion,
            Revision = state.Revision,
            Round = state.Round,
            Phase = ArrangementBrief.NameOf(state.Phase),
            Reason = ReasonOf(state.Phase),
            IsFinal = state.IsFinal,
            WakeAt = ArrangementClock.WakeAt(state, facts.Policy),
            MayDo = NextSteps.Of(state, facts, now),
            Plan =
                withheld ? FamilyPlan.WithoutWords(state.Plan)
                : family ? FamilyPlan.Of(state.Plan)
                : state.Plan,
            OtherChildren = state.Plan.AlsoPresent.Length,
            Digest = state.ApprovalRound?.Digest ?? Digest.Of(state),
            AssessmentsValidUntil = state.Basis.ValidUntil,
            AwaitsDecision = family ? [.. awaited.Where(id => !FamilyPlan.IsForStaff(id))] : awaited,
            Overrides = [.. withheld ? decisions.Select(FamilyPlan.WithoutWords) : decisions],
            OutsideWorkingArrangements = WorkingRules.IsOutside(state.Plan, facts),
            Quorum = RoundOf(state)?.Quorum,
            Approvals = RoundOf(state)?.Approvals ?? [],
            Told = state.Told,
            ReviewDueAt = state.OwedReview?.DueAt,
        };
        return family
            ? ForFamily(view, state, withheld)
            : ForStaff(view, state, facts, sight) with
            {
                Unheard = unheard,
                Briefing = sight is Sight.Inspector ? null : Briefing.For(state, facts, now),
            };
    }

    /// <summary>
    /// Shows an arrangement as it was; nothing can be done in the past. What is read from the registers of today (the briefing, the child's
    /// ease, the end of retention) is left out: it may not have been known then.
    /// </summary>
    /// <param name="seen">The arrangement as it was, and as what the caller looks at it.</param>
    /// <param name="at">The moment.</param>
    /// <returns>The view.</returns>
    public static ArrangementView ShowAsOf(SeenArrangement seen, DateTimeOffset at) =>
        Show(seen, at) with
        {
            MayDo = [],
            Briefing = null,
            NotComfortableAlone = null,
            RetainUntil = null,
        };

    private static ArrangementView ForFamily(ArrangementView view, Arrangement state, bool withheld) =>
        view with
        {
            // Other reasons speak of assessments, or of the worker; any may name the place.
            Reason = state.Phase is Phase.Refused && !withheld ? view.Reason : null,
            Approvals = [.. view.Approvals.Select(a => a with { OnBehalf = a.OnBehalf is { } by ? by with { Note = "" } : null })],
            WakeAt = null,
            ReviewDueAt = null,
            AssessmentsValidUntil = null,
        };

    private static ArrangementView ForStaff(ArrangementView view, Arrangement state, Facts facts, Sight sight) =>
        view with
        {
            Attempts = RoundOf(state)?.Attempts ?? [],
            NotComfortableAlone = ComfortWords.Of(facts),
            Session = SessionOf(state) is { } s ? new(s.StartedAt, s.ExpectedEnd, s.LastContact, s.ExtensionBarred, s.EndedAt) : null,
            // Some of its answers are concerns, so the record is for those who hear of concerns, and for who wrote it.
            CloseOut =
                state.Phase is Phase.Closed closed && (sight is Sight.Head || facts.Actor?.Id == state.Plan.Worker)
                    ? closed.CloseOut
                    : null,
            Decline = state.Phase switch
            {
                Phase.AwaitingExplanation p => p.Decline,
                Phase.DeclinedByWorker p => p.Decline,
                _ => null,
            },
            Explanation = (state.Phase as Phase.DeclinedByWorker)?.Explanation,
            Escalations = state.Escalations,
            RetainUntil = sight is Sight.Head ? RetentionPeriod.Until(facts.Child, facts.Policy) : null,
        };

    private static string? ReasonOf(Phase phase) =>
        phase switch
        {
            Phase.Suspended p => p.Reason,
            Phase.Refused p => p.Reason,
            Phase.Withdrawn p => p.Reason,
            Phase.EndedByReview p => p.Reason,
            _ => null,
        };

    private static ApprovalRound? RoundOf(Arrangement state) =>
        state.ApprovalRound ?? (SessionOf(state)?.Basis as SessionBasis.Approved)?.Round;

    private static Session? SessionOf(Arrangement state) =>
        state.Phase switch
        {
            Phase.Active p => p.Session,
            Phase.AwaitingCloseOut p => p.Session,
            Phase.Closed p => p.Session,
            _ => null,
        };
}
