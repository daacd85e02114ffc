using OneToOne.Domain.Approvals;
using OneToOne.Domain.Sessions;

namespace OneToOne.Domain.Arrangements;

/// <summary>What an event does to the phase, and to the round or the session in it; a phase that has none stays as it is.</summary>
internal static class PhaseEvolution
{
    public static Arrangement InRound(this Arrangement s, Func<ApprovalRound, ApprovalRound> change) =>
        s.Phase switch
        {
            Phase.AwaitingApproval p => s with { Phase = p with { Round = change(p.Round) } },
            Phase.Approved p => s with { Phase = p with { Round = change(p.Round) } },
            Phase.InForce p => s with { Phase = p with { Round = change(p.Round) } },
            Phase.Suspended p => s with { Phase = p with { Round = change(p.Round) } },
            _ => s,
        };

    public static Phase Decided(this Phase phase, ArrangementEvent.OverrideDecided e) =>
        phase is Phase.AwaitingOverride waiting ? waiting with { Findings = waiting.Findings.Remove(e.Decision.FindingId) } : phase;

    public static Phase.Suspended Suspended(this Phase phase, string reason) =>
        phase switch
        {
            Phase.Approved p => new(p.Round, reason, p.WorkerAsked),
            Phase.InForce p => new(p.Round, reason),
            Phase.Suspended p => p with { Reason = reason },
            _ => throw new InvalidOperationException("Only an approved arrangement can be suspended."),
        };

    public static Phase Revived(this Arrangement s, Phase.Suspended phase) =>
        s.Plan.Standing is null ? new Phase.Approved(phase.Round, phase.WorkerAsked) : new Phase.InForce(phase.Round);

    public static Phase Met(this Arrangement s, ApprovalRound round) =>
        s.Plan.Standing is null ? new Phase.Approved(round) : new Phase.InForce(round);

    public static Phase WorkerAsked(this Phase phase, bool asked) =>
        phase switch
        {
            Phase.Approved p => p with { WorkerAsked = asked },
            Phase.Suspended p => p with { WorkerAsked = asked },
            _ => phase,
        };

    public static Arrangement InSession(this Arrangement s, Func<Session, Session> change) =>
        s.Phase switch
        {
            Phase.Active p => s with { Phase = p with { Session = change(p.Session) } },
            Phase.AwaitingCloseOut p => s with { Phase = p with { Session = change(p.Session) } },
            _ => s,
        };
}
