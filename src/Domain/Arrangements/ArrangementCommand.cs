using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Overrides;

namespace OneToOne.Domain.Arrangements;

/// <summary>What somebody asks to happen to an arrangement. Who asks is <see cref="Facts.Actor"/>.</summary>
public abstract record ArrangementCommand
{
    private ArrangementCommand() { }

    /// <summary>When it happened, where that is not when it is asked; never in the future, before what it follows, or more than a week back. Clocks run by when it is asked.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>Ask for one-to-one time.</summary>
    /// <param name="Id">The id that the arrangement is to have.</param>
    /// <param name="Plan">What is asked for.</param>
    public sealed record Request(ArrangementId Id, Plan Plan) : ArrangementCommand;

    /// <summary>Plan an occasion under a standing agreement: within its bounds it is approved already.</summary>
    /// <param name="Id">The id that the arrangement is to have.</param>
    /// <param name="Plan">What is planned; <see cref="Arrangements.Plan.Under"/> names the agreement.</param>
    /// <param name="ChangedSinceAgreed">Whether anything that the agreement rests on has changed since.</param>
    public sealed record PlanOccasion(ArrangementId Id, Plan Plan, bool ChangedSinceAgreed) : ArrangementCommand;

    /// <summary>Start at once, because the child asks to talk (L-03, G-20).</summary>
    /// <param name="Id">The id that the arrangement is to have.</param>
    /// <param name="Plan">What is happening; whatever start it gives, the start is now.</param>
    /// <param name="ColleagueTold">The colleague who has been told, by name.</param>
    public sealed record StartUnplanned(ArrangementId Id, Plan Plan, PersonId ColleagueTold) : ArrangementCommand;

    /// <summary>Change the plan.</summary>
    /// <param name="Plan">The plan as it is to be.</param>
    public sealed record Change(Plan Plan) : ArrangementCommand;

    /// <summary>Decide one finding that only a homes or service manager can lift (L-06, L-07).</summary>
    /// <param name="FindingId">Which.</param>
    /// <param name="Allow">Whether it is allowed.</param>
    /// <param name="Details">What is departed from.</param>
    /// <param name="Reasons">Why.</param>
    /// <param name="CarePlan">The grounds that L-24 asks for.</param>
    public sealed record DecideOverride(string FindingId, bool Allow, string Details, string Reasons, CarePlanGrounds? CarePlan = null)
        : ArrangementCommand;

    /// <summary>Approve what was shown.</summary>
    /// <param name="Digest">The digest of what was shown.</param>
    /// <param name="ReasonClear">Whether the reason is clear to the approver and can't be taken for something else (L-02); no default.</param>
    public sealed record Approve(string Digest, bool? ReasonClear = null) : ArrangementCommand;

    /// <summary>Write down an approval that somebody gave in another way.</summary>
    /// <param name="Digest">The digest of what they were told.</param>
    /// <param name="Approver">Who approved.</param>
    /// <param name="Means">How they gave it.</param>
    /// <param name="Note">What they said.</param>
    /// <param name="ReasonClear">What the approver answered: whether the reason is clear (L-02); no default.</param>
    public sealed record RecordApproval(string Digest, PersonId Approver, Means Means, string Note, bool? ReasonClear = null)
        : ArrangementCommand;

    /// <summary>Refuse.</summary>
    /// <param name="Digest">The digest of what was shown.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="NeverApproved">That they never gave the approval that was written down for them; without such an approval it says nothing.</param>
    public sealed record Refuse(string Digest, string Reason, bool? NeverApproved = null) : ArrangementCommand;

    /// <summary>Write down an attempt to reach a parent or carer.</summary>
    /// <param name="Person">Whom.</param>
    /// <param name="How">In words.</param>
    public sealed record RecordAttempt(PersonId Person, string How) : ArrangementCommand;

    /// <summary>The caller has read the notice behind its code.</summary>
    /// <param name="Digest">The digest of what was shown.</param>
    public sealed record AcknowledgeNotice(string Digest) : ArrangementCommand;

    /// <summary>Write down that somebody was told in person or by telephone and confirmed it (G-20).</summary>
    /// <param name="Person">Who was told.</param>
    /// <param name="How">How; not <see cref="ToldBy.Notice"/>.</param>
    public sealed record RecordTold(PersonId Person, ToldBy How) : ArrangementCommand;

    /// <summary>Start the session.</summary>
    /// <param name="Answers">What the worker answered.</param>
    public sealed record Start(StartAnswers Answers) : ArrangementCommand;

    /// <summary>All is well.</summary>
    public sealed record CheckIn : ArrangementCommand;

    /// <summary>Take longer than planned.</summary>
    /// <param name="By">How much longer; whole minutes.</param>
    public sealed record Extend(TimeSpan By) : ArrangementCommand;

    /// <summary>The child is distressed or angry (G-23).</summary>
    /// <param name="What">What happened; may be empty in the middle of it.</param>
    public sealed record ReportDistress(string What) : ArrangementCommand;

    /// <summary>Help, now.</summary>
    public sealed record CallHelp : ArrangementCommand;

    /// <summary>It is over.</summary>
    public sealed record Finish : ArrangementCommand;

    /// <summary>Record what happened.</summary>
    /// <param name="Record">The record.</param>
    public sealed record RecordCloseOut(CloseOut Record) : ArrangementCommand;

    /// <summary>Take an escalation on.</summary>
    /// <param name="Cause">Which.</param>
    public sealed record Acknowledge(EscalationCause Cause) : ArrangementCommand;

    /// <summary>Record how an escalation ended.</summary>
    /// <param name="Cause">Which.</param>
    /// <param name="Outcome">How.</param>
    /// <param name="Note">In words.</param>
    public sealed record RecordOutcome(EscalationCause Cause, EscalationOutcome Outcome, string Note) : ArrangementCommand;

    /// <summary>Nobody told at this step could be reached over any channel. The delivery gives this command, not a person.</summary>
    /// <param name="Cause">Which escalation.</param>
    /// <param name="Step">The step whose people could not be reached.</param>
    public sealed record ReportUnreachable(EscalationCause Cause, int Step) : ArrangementCommand;

    /// <summary>A mail that matters could not be delivered. The delivery gives this command, not a person.</summary>
    /// <param name="Person">Who could not be reached.</param>
    /// <param name="AskedAt">When it asked for this person's approval: that attempt to reach them counts no more; null for other mails.</param>
    /// <param name="OnlyRepeats">Whether it only repeated another one, so that nobody need look after it.</param>
    public sealed record ReportUndeliverable(PersonId Person, DateTimeOffset? AskedAt = null, bool OnlyRepeats = false)
        : ArrangementCommand;

    /// <summary>Take the request back.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Withdraw(string Reason) : ArrangementCommand;

    /// <summary>The worker finds it inappropriate (L-26).</summary>
    /// <param name="Reason">Why.</param>
    public sealed record DeclineByWorker(string Reason) : ArrangementCommand;

    /// <summary>Record how a decline was explained to the young person (L-26).</summary>
    /// <param name="How">How.</param>
    /// <param name="Response">What the young person answered.</param>
    public sealed record Explain(string How, string Response) : ArrangementCommand;

    /// <summary>A manager reviews an unplanned start (G-20).</summary>
    /// <param name="Notes">What was found.</param>
    public sealed record ReviewUnplanned(string Notes) : ArrangementCommand;

    /// <summary>Add to a record that has ended; nothing in it is changed.</summary>
    /// <param name="Text">What is added.</param>
    public sealed record AddAddendum(string Text) : ArrangementCommand;
}
