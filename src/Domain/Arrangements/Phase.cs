using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Sessions;

namespace OneToOne.Domain.Arrangements;

/// <summary>Where an arrangement is in its life. What a phase does not have cannot be written.</summary>
public abstract record Phase
{
    private Phase() { }

    /// <summary>Findings wait for the decision of a homes or service manager.</summary>
    /// <param name="Findings">The ids of the findings that wait.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="Reminded">Whether the deciders were reminded.</param>
    public sealed record AwaitingOverride(ImmutableArray<string> Findings, DateTimeOffset Since, bool Reminded = false) : Phase;

    /// <summary>Approvals are asked for.</summary>
    /// <param name="Round">The round.</param>
    public sealed record AwaitingApproval(ApprovalRound Round) : Phase;

    /// <summary>The quorum is met; the start window is still to come, or open.</summary>
    /// <param name="Round">The round that was met.</param>
    /// <param name="WorkerAsked">Whether the worker was asked why it has not started.</param>
    public sealed record Approved(ApprovalRound Round, bool WorkerAsked = false) : Phase;

    /// <summary>A standing agreement whose quorum is met: occasions can be planned under it until its last day. It never starts itself.</summary>
    /// <param name="Round">The round that was met.</param>
    /// <param name="Reminded">Whether it was said that it ends soon.</param>
    public sealed record InForce(ApprovalRound Round, bool Reminded = false) : Phase;

    /// <summary>Approved, but something it rests on has lapsed: no start until it is reviewed.</summary>
    /// <param name="Round">The round, kept.</param>
    /// <param name="Reason">What lapsed.</param>
    /// <param name="WorkerAsked">Whether the worker was asked why it has not started.</param>
    public sealed record Suspended(ApprovalRound Round, string Reason, bool WorkerAsked = false) : Phase;

    /// <summary>The child and the worker are together.</summary>
    /// <param name="Session">The session.</param>
    public sealed record Active(Session Session) : Phase;

    /// <summary>It is over; the worker's record is due.</summary>
    /// <param name="Session">The session as it was.</param>
    public sealed record AwaitingCloseOut(Session Session) : Phase;

    /// <summary>The worker declined; the young person has yet to hear why (L-26).</summary>
    /// <param name="Decline">The decline.</param>
    public sealed record AwaitingExplanation(Decline Decline) : Phase;

    /// <summary>A phase that nothing leaves.</summary>
    public abstract record End : Phase;

    /// <summary>Took place and is recorded.</summary>
    /// <param name="Session">The session as it was.</param>
    /// <param name="CloseOut">The worker's record.</param>
    public sealed record Closed(Session Session, CloseOut CloseOut) : End;

    /// <summary>An approver or decider refused.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(PersonId By, string Reason) : End;

    /// <summary>Not decided by the planned start; or an agreement whose time is over.</summary>
    /// <param name="WasInForce">Whether it was an agreement that had been approved.</param>
    public sealed record Expired(bool WasInForce = false) : End;

    /// <summary>Withdrawn by those who asked for it.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Withdrawn(PersonId By, string Reason) : End;

    /// <summary>Declined by the worker and explained to the young person (L-26).</summary>
    /// <param name="Decline">The decline.</param>
    /// <param name="Explanation">The explanation.</param>
    public sealed record DeclinedByWorker(Decline Decline, Explanation Explanation) : End;

    /// <summary>Never started; somebody has looked and answered for it.</summary>
    /// <param name="By">Who answered.</param>
    /// <param name="TookPlace">Whether it took place all the same: a concern.</param>
    public sealed record Lapsed(PersonId By, bool TookPlace) : End;

    /// <summary>What it rested on was ended or not permitted.</summary>
    /// <param name="Reason">What.</param>
    public sealed record EndedByReview(string Reason) : End;
}
