using System.Collections.Immutable;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Sessions;

namespace OneToOne.Domain.Arrangements;

/// <summary>What an event does to an arrangement. Total: an event that was recorded can always be applied.</summary>
public static class ArrangementEvolution
{
    /// <summary>The arrangement after an event.</summary>
    /// <param name="state">The arrangement before it; null before the first.</param>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded; clocks run from here.</param>
    /// <returns>The arrangement after it.</returns>
    public static Arrangement Evolve(Arrangement? state, ArrangementEvent happened, DateTimeOffset at) =>
        (state, happened) switch
        {
            (null, ArrangementEvent.Requested e) => Begin(
                e.Id,
                e.Home,
                e.By,
                e.PolicyVersion,
                e.Plan,
                e.Basis,
                at,
                new Phase.AwaitingOverride([], at)
            ),
            (null, ArrangementEvent.StartedUnplanned e) => BeginUnplanned(e, at),
            ({ } s, _) => Next(s, happened, at),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} can't be the first event of an arrangement."),
        };

    private static Arrangement Begin(
        ArrangementId id,
        HomeId home,
        PersonId by,
        int policyVersion,
        Plan plan,
        Basis basis,
        DateTimeOffset at,
        Phase phase
    ) =>
        new()
        {
            Id = id,
            Home = home,
            RequestedBy = by,
            RequestedAt = at,
            PolicyVersion = policyVersion,
            Plan = plan,
            JudgedPlan = plan,
            Basis = basis,
            Round = 1,
            Revision = 1,
            Phase = phase,
        };

    private static Arrangement BeginUnplanned(ArrangementEvent.StartedUnplanned e, DateTimeOffset at) =>
        Begin(
            e.Id,
            e.Home,
            e.By,
            e.PolicyVersion,
            e.Plan,
            e.Basis,
            at,
            new Phase.Active(Session.Begin(new SessionBasis.Unplanned(e.ColleagueTold), e.Plan.Length, at))
        ) with
        {
            OwedReview = new(e.ReviewDueAt),
        };

    private static Arrangement Next(Arrangement s, ArrangementEvent happened, DateTimeOffset at) =>
        happened switch
        {
            ArrangementEvent.OverridesAsked e => Revised(s) with
            {
                Phase = new Phase.AwaitingOverride([.. e.Findings.Select(f => f.Id)], at),
            },
            ArrangementEvent.OverrideReminded => s with { Phase = ((Phase.AwaitingOverride)s.Phase) with { Reminded = true } },
            ArrangementEvent.OverrideDecided e => Revised(s) with { Overrides = s.Overrides.Add(e.Decision), Phase = s.Phase.Decided(e) },
            ArrangementEvent.ApprovalAsked e => Revised(s) with { Phase = new Phase.AwaitingApproval(e.Round) },
            ArrangementEvent.ApprovalReminded e => s.InRound(r => r with { Reminded = true, Attempts = r.Attempts.AddRange(e.Attempts) }),
            ArrangementEvent.ApprovalLinksReissued e => s.InRound(r =>
                r with
                {
                    LinksIssuedAt = at,
                    Reminded = false,
                    Attempts = r.Attempts.AddRange(e.Attempts),
                }
            ),
            ArrangementEvent.AttemptRecorded e => s.InRound(r => r with { Attempts = r.Attempts.Add(e.Attempt) }),
            ArrangementEvent.AttemptFailed e => s.InRound(r =>
                r with
                {
                    Attempts = r.Attempts.Remove(e.Attempt),
                    PlacingAuthorityAsked = false,
                }
            ),
            ArrangementEvent.PlacingAuthorityAsked => s.InRound(r => r with { PlacingAuthorityAsked = true }),
            ArrangementEvent.ApprovalGiven e => s.InRound(r => r with { Approvals = r.Approvals.Add(e.Approval) }),
            ArrangementEvent.Approved => s with { Phase = s.Met(s.ApprovalRound!) },
            ArrangementEvent.CoveredByAgreement e => Revised(s) with { Overrides = e.Overrides, Phase = new Phase.Approved(e.Round) },
            ArrangementEvent.AgreementReminded => s with { Phase = ((Phase.InForce)s.Phase) with { Reminded = true } },
            ArrangementEvent.Refused e => Revised(s) with { Phase = new Phase.Refused(e.By, e.Reason) },
            ArrangementEvent.PlanChanged e when e.MaterialFields.IsEmpty => Adjusted(s, e.Plan),
            ArrangementEvent.PlanChanged e => Rejudged(
                s with
                {
                    Plan = e.Plan,
                    Overrides = [],
                    Replanners = [.. s.Replanners.Append(e.By).Distinct()],
                },
                e.Basis ?? s.Basis
            ),
            ArrangementEvent.ApprovalsVoided e => Rejudged(s, e.Basis) with { Overrides = e.OverridesStand ? s.Overrides : [] },
            ArrangementEvent.BasisRenewed e => s with { Basis = e.Basis },
            ArrangementEvent.Suspended e => Revised(s) with { Phase = s.Phase.Suspended(e.Reason) },
            ArrangementEvent.Revived e => Revised(s) with { Basis = e.Basis, Phase = s.Revived((Phase.Suspended)s.Phase) },
            ArrangementEvent.EndedByReview e => Revised(s) with { Phase = new Phase.EndedByReview(e.Reason) },
            ArrangementEvent.BasisLapsedInSession e => s.InSession(x => x with { ExtensionBarred = e.Reason }),
            ArrangementEvent.Expired => Revised(s) with { Phase = new Phase.Expired(s.Phase is Phase.InForce or Phase.Suspended) },
            ArrangementEvent.PersonTold e => s with { Told = s.Told.Add(e.Told) },
            ArrangementEvent.WorkerAskedToStart => s with { Phase = s.Phase.WorkerAsked(true) },
            ArrangementEvent.Started => Revised(s) with
            {
                Phase = new Phase.Active(Session.Begin(new SessionBasis.Approved(s.ApprovalRound!), s.Plan.Length, at)),
            },
            ArrangementEvent.CheckInAsked => s.InSession(x => x with { CheckInAsked = true }),
            ArrangementEvent.CheckedIn => s.InSession(x => x with { LastContact = at, CheckInAsked = false }),
            ArrangementEvent.EndReminded => s.InSession(x => x with { EndReminded = true }),
            ArrangementEvent.Extended e => s.InSession(x => x.Extend(e.By, e.ByWorker, at)),
            ArrangementEvent.DistressReported => s.InSession(x => x with { DistressReported = true }),
            ArrangementEvent.HelpCalled
            or ArrangementEvent.ConcernRaised
            or ArrangementEvent.MailUndeliverable
            or ArrangementEvent.AddendumAdded => s,
            ArrangementEvent.Finished => Revised(s) with
            {
                Phase = new Phase.AwaitingCloseOut(((Phase.Active)s.Phase).Session with { EndedAt = at }),
            },
            ArrangementEvent.ClosedOut e => Revised(s) with
            {
                Phase = new Phase.Closed(((Phase.AwaitingCloseOut)s.Phase).Session, e.Record),
            },
            ArrangementEvent.EscalationRaised e => s with { Escalations = s.Escalations.Add(new(e.Cause, at, e.Step, at, e.Told)) },
            ArrangementEvent.EscalationPassedOn e => Of(
                s,
                e.Cause,
                x => x with { Step = e.Step, StepSince = at, Told = e.Told, Owner = null, FormerOwner = e.FormerOwner ?? x.FormerOwner }
            ),
            ArrangementEvent.EscalationOwned e => Of(s, e.Cause, x => x with { Owner = new(e.Owner, at) }),
            ArrangementEvent.EscalationEnded e => Ended(s, e, at),
            ArrangementEvent.Withdrawn e => Revised(s) with { Phase = new Phase.Withdrawn(e.By, e.Reason) },
            ArrangementEvent.DeclinedByWorker e => Revised(s) with { Phase = new Phase.AwaitingExplanation(e.Decline) },
            ArrangementEvent.DeclineExplained e => Revised(s) with
            {
                Phase = new Phase.DeclinedByWorker(((Phase.AwaitingExplanation)s.Phase).Decline, e.Explanation),
            },
            ArrangementEvent.Lapsed e => Revised(s) with { Phase = new Phase.Lapsed(e.By, e.TookPlace) },
            ArrangementEvent.UnplannedReviewed => s with { OwedReview = null },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} can't happen to an arrangement that exists."),
        };

    private static Arrangement Revised(Arrangement s) => s with { Revision = s.Revision + 1 };

    /// <summary>A new round: what was approved or decided before no longer counts until it is asked for again.</summary>
    private static Arrangement Rejudged(Arrangement s, Basis basis) =>
        s with
        {
            Revision = s.Revision + 1,
            Round = s.Round + 1,
            JudgedPlan = s.Plan,
            Basis = basis,
            Phase = new Phase.AwaitingOverride([], s.RequestedAt),
        };

    /// <summary>A change that matters to nobody's decision. A start that moves is asked after anew.</summary>
    private static Arrangement Adjusted(Arrangement s, Plan plan)
    {
        var changed = Revised(s) with { Plan = plan };
        if (plan.Start == s.Plan.Start)
            return changed;
        var moved = changed.InRound(r => r with { Deadline = plan.Start });
        return moved with { Phase = moved.Phase.WorkerAsked(false) };
    }

    private static Arrangement Of(Arrangement s, EscalationCause cause, Func<Escalation, Escalation> change) =>
        s with
        {
            Escalations = [.. s.Escalations.Select(x => x.Cause == cause ? change(x) : x)],
        };

    private static Arrangement Ended(Arrangement s, ArrangementEvent.EscalationEnded e, DateTimeOffset at)
    {
        var without = s with { Escalations = s.Escalations.RemoveAll(x => x.Cause == e.Cause) };
        return EscalationChain.IsUrgent(e.Cause) ? without.InSession(x => x with { LastContact = at, CheckInAsked = false }) : without;
    }
}
