using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Sessions;

namespace OneToOne.Domain.Arrangements;

/// <summary>What the registers, as they stand now, imply for an arrangement that is not over.</summary>
internal static class RegisterChanges
{
    public const string Lapsed = "an assessment's review date has passed";
    private const string ApproverBarred = "an approver may no longer approve for this child";
    private const string AgreementChanged = "the agreement that it was planned under is no longer in force as it was";
    private const string AgreementSuspended = "the agreement that it was planned under is suspended";
    private const string AgreementRefused = "an approver of the agreement that it was planned under no longer agrees to it";
    private const string CompanyGone = "another child who is there has no approved arrangement for it any more";
    private const string DeciderBarred = "who allowed a departure may no longer decide for this child";

    public static ImmutableArray<ArrangementEvent> Implied(Arrangement state, Facts facts, DateTimeOffset now) =>
        state.Phase switch
        {
            Phase.Active { Session: var session } => InSession(state, session, facts, now),
            Phase.AwaitingOverride or Phase.AwaitingApproval or Phase.Approved or Phase.InForce or Phase.Suspended => BeforeStart(
                state,
                facts,
                now
            ),
            _ => [],
        };

    /// <summary>The assessments that exist now, as a basis.</summary>
    public static Basis BasisOf(Facts facts)
    {
        var versions = ImmutableArray.CreateBuilder<BasisVersion>(4);
        var until = DateTimeOffset.MaxValue;
        foreach (var assessment in facts.Assessments)
            if (assessment.InForce is { } version)
            {
                versions.Add(new(assessment.Key, version.ContentVersion));
                until = version.ReviewDue < until ? version.ReviewDue : until;
            }
        return new(versions.ToImmutable(), until);
    }

    private static ImmutableArray<ArrangementEvent> BeforeStart(Arrangement state, Facts facts, DateTimeOffset now)
    {
        // The start is blocked instead, and the start window runs on, so that somebody looks.
        var windowOpen = state.MayBeUnderWay(now);
        var basis = BasisOf(facts);
        if (Forbidden(state, facts, now) is { } forbidden)
            return windowOpen ? SuspendFor(state, forbidden) : [new ArrangementEvent.EndedByReview(forbidden)];
        if (Changed(state, facts, basis, now) is { IsEmpty: false } changed)
            return windowOpen ? SuspendFor(state, string.Join(", ", changed)) : Rejudge(state, facts, basis, changed, now);
        if (state.ApprovalRound?.Under is not null && facts.Agreement?.Phase is Phase.Suspended)
            return SuspendFor(state, AgreementSuspended);
        if (state.Phase is Phase.Suspended && now < basis.ValidUntil && state.EscalationOf(EscalationCause.NotStarted) is null)
            return [new ArrangementEvent.Revived(basis)];
        if (basis.ValidUntil != state.Basis.ValidUntil)
            return [new ArrangementEvent.BasisRenewed(basis)];
        if (
            state.Phase is Phase.AwaitingApproval { Round: { PlacingAuthorityAsked: false } round }
            && round.Waits(Seat.Family)
            && Approvers.FamilySeatIsOpen(facts.Child, round, facts.Policy, now)
        )
            return [new ArrangementEvent.PlacingAuthorityAsked()];
        return [];
    }

    private static ImmutableArray<ArrangementEvent> InSession(Arrangement state, Session session, Facts facts, DateTimeOffset now)
    {
        // A mail is not enough: somebody must go and look.
        if (WorkerForbidden(state, facts, now) is { } forbidden)
            return session.ExtensionBarred == forbidden
                ? []
                :
                [
                    new ArrangementEvent.BasisLapsedInSession(forbidden),
                    .. Escalating.RaiseOnce(state, EscalationCause.WorkerBarred, facts, now),
                ];
        if (session.ExtensionBarred is not null)
            return [];
        var basis = BasisOf(facts);
        var reason =
            Forbidden(state, facts, now)
            ?? Changed(state, facts, basis, now).FirstOrDefault()
            ?? (facts.Company is { } company && !CompanyRules.IsComplete(state.Plan, company) ? CompanyGone : null);
        return reason is not null ? [new ArrangementEvent.BasisLapsedInSession(reason)]
            : basis.ValidUntil != state.Basis.ValidUntil ? [new ArrangementEvent.BasisRenewed(basis)]
            : [];
    }

    private static ImmutableArray<ArrangementEvent> SuspendFor(Arrangement state, string reason) =>
        state.Phase is Phase.Suspended suspended && suspended.Reason == reason ? [] : [new ArrangementEvent.Suspended(reason)];

    private static string? WorkerForbidden(Arrangement state, Facts facts, DateTimeOffset now) =>
        facts.Child.IsBarred(state.Plan.Worker) ? "the worker is barred for this child"
        : facts.Worker.HasLeft(facts.Home.DayOf(now)) ? "the worker has left"
        : null;

    private static string? Forbidden(Arrangement state, Facts facts, DateTimeOffset now)
    {
        if (WorkerForbidden(state, facts, now) is { } forbidden)
            return forbidden;
        foreach (var assessment in facts.Assessments)
            if (assessment.InForce is { } version)
            {
                if (version.Ended)
                    return $"the assessment {assessment.Key} was ended";
                if (version.Outcome == Outcome.NotPermit)
                    return $"the assessment {assessment.Key} does not permit it";
            }
        return RoundOf(state)?.Under is { } under && facts.Agreement is { Phase: Phase.Refused } refused && refused.Id == under.Agreement
            ? AgreementRefused
            : null;
    }

    private static ImmutableArray<string> Changed(Arrangement state, Facts facts, Basis basis, DateTimeOffset now)
    {
        var changed = ImmutableArray.CreateBuilder<string>();
        foreach (var version in basis.Versions)
            if (!state.Basis.Versions.Contains(version))
                changed.Add($"the assessment {version.Assessment} changed");
        foreach (var decision in state.Overrides)
            if (decision.CarePlan is { } grounds && grounds.CarePlanVersion != facts.Child.CarePlan.Version)
                changed.Add("the care plan changed");
        if (state.Overrides.Any(o => facts.Child.IsBarred(o.By)))
            changed.Add(DeciderBarred);
        if (RoundOf(state) is { } round && round.Approvals.Any(a => !StillCounts(a, facts, round)))
            changed.Add(ApproverBarred);
        if (RoundOf(state)?.Under is { } under && !Agreements.StandsFor(under, facts.Agreement))
            changed.Add(AgreementChanged);
        return changed.ToImmutable();
    }

    /// <summary>The approvals it rests on: a session rests on them as an approved arrangement does.</summary>
    public static ApprovalRound? RoundOf(Arrangement state) =>
        state.Phase is Phase.Active { Session.Basis: SessionBasis.Approved approved } ? approved.Round : state.ApprovalRound;

    private static bool StillCounts(Approval approval, Facts facts, ApprovalRound round) =>
        !facts.Child.IsBarred(approval.By.Person)
        && !round.Excluded.Contains(approval.By.Person)
        && approval.By.Capacity switch
        {
            Capacity.ParentOrCarer => facts.Child.Responsible.Any(r => r.Person == approval.By.Person),
            Capacity.PlacingAuthority => facts.Child.PlacingAuthority.Contains(approval.By.Person),
            _ => true,
        };

    private static ImmutableArray<ArrangementEvent> Rejudge(
        Arrangement state,
        Facts facts,
        Basis basis,
        ImmutableArray<string> because,
        DateTimeOffset now
    )
    {
        var voided = new ArrangementEvent.ApprovalsVoided(
            because,
            basis,
            OverridesStand: because is [ApproverBarred],
            ApprovedBefore(state)
        );
        var after = ArrangementEvolution.Evolve(state, voided, now);
        return [voided, Judgement.Open(after, facts, now)];
    }

    /// <summary>Those whose approval stops counting, and who must hear why.</summary>
    public static ImmutableArray<PersonId> ApprovedBefore(Arrangement state) =>
        state.ApprovalRound is { } round ? [.. round.Approvals.Select(a => a.By.Person)] : [];
}
