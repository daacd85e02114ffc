using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Overrides;

namespace OneToOne.Domain.Arrangements;

/// <summary>Something that has happened to an arrangement. When, and who did it, stand in the history beside it.</summary>
public abstract record ArrangementEvent
{
    private ArrangementEvent() { }

    /// <summary>It was asked for.</summary>
    public sealed record Requested(ArrangementId Id, HomeId Home, PersonId By, int PolicyVersion, Plan Plan, Basis Basis)
        : ArrangementEvent;

    /// <summary>Findings need the decision of a homes or service manager.</summary>
    public sealed record OverridesAsked(ImmutableArray<Guidance.Finding> Findings) : ArrangementEvent;

    /// <summary>Those who may decide were reminded.</summary>
    public sealed record OverrideReminded : ArrangementEvent;

    /// <summary>A finding was decided.</summary>
    public sealed record OverrideDecided(OverrideDecision Decision) : ArrangementEvent;

    /// <summary>Approval was asked for.</summary>
    public sealed record ApprovalAsked(ApprovalRound Round) : ArrangementEvent;

    /// <summary>Those who have not answered were reminded.</summary>
    public sealed record ApprovalReminded(ImmutableArray<ContactAttempt> Attempts) : ArrangementEvent;

    /// <summary>The links ran out before the planned start and were sent again.</summary>
    public sealed record ApprovalLinksReissued(ImmutableArray<ContactAttempt> Attempts) : ArrangementEvent;

    /// <summary>An attempt to reach a parent or carer was written down.</summary>
    public sealed record AttemptRecorded(ContactAttempt Attempt) : ArrangementEvent;

    /// <summary>The mail of an attempt to reach a parent or carer did not arrive, and the attempt counts no more.</summary>
    public sealed record AttemptFailed(ContactAttempt Attempt) : ArrangementEvent;

    /// <summary>The placing authority may answer in place of the parents from now on.</summary>
    public sealed record PlacingAuthorityAsked : ArrangementEvent;

    /// <summary>Somebody approved.</summary>
    public sealed record ApprovalGiven(Approval Approval) : ArrangementEvent;

    /// <summary>The quorum is met.</summary>
    public sealed record Approved : ArrangementEvent;

    /// <summary>It lies within a standing agreement in force, and rests on the approvals and decisions of that.</summary>
    public sealed record CoveredByAgreement(ApprovalRound Round, ImmutableArray<OverrideDecision> Overrides) : ArrangementEvent;

    /// <summary>It was said that the agreement ends soon.</summary>
    public sealed record AgreementReminded : ArrangementEvent;

    /// <summary>Somebody refused.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Denied">Who wrote down an approval of theirs that they say they never gave; null unless they say so.</param>
    public sealed record Refused(
        PersonId By,
        string Reason,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PersonId? Denied = null
    ) : ArrangementEvent;

    /// <summary>The plan was changed. Material fields open a new round of judgement and void what was given.</summary>
    public sealed record PlanChanged(
        PersonId By,
        Plan Plan,
        ImmutableArray<string> MaterialFields,
        Basis? Basis,
        ImmutableArray<PersonId> ApprovedBefore
    ) : ArrangementEvent;

    /// <summary>Approvals no longer count: what they rested on changed, or who gave them may not any more.</summary>
    public sealed record ApprovalsVoided(
        ImmutableArray<string> Because,
        Basis Basis,
        bool OverridesStand,
        ImmutableArray<PersonId> ApprovedBefore
    ) : ArrangementEvent;

    /// <summary>An assessment it rests on was reviewed and goes on: only the date moved.</summary>
    public sealed record BasisRenewed(Basis Basis) : ArrangementEvent;

    /// <summary>Something it rests on has lapsed.</summary>
    public sealed record Suspended(string Reason) : ArrangementEvent;

    /// <summary>What had lapsed is in date again.</summary>
    public sealed record Revived(Basis Basis) : ArrangementEvent;

    /// <summary>What it rested on was ended or not permitted.</summary>
    public sealed record EndedByReview(string Reason) : ArrangementEvent;

    /// <summary>Something the session rests on lapsed while it was under way; it goes on, and cannot be extended.</summary>
    public sealed record BasisLapsedInSession(string Reason) : ArrangementEvent;

    /// <summary>Not decided by the planned start.</summary>
    public sealed record Expired : ArrangementEvent;

    /// <summary>Somebody knows beforehand.</summary>
    public sealed record PersonTold(Told Told) : ArrangementEvent;

    /// <summary>The worker was asked why it has not started.</summary>
    public sealed record WorkerAskedToStart : ArrangementEvent;

    /// <summary>The session started.</summary>
    public sealed record Started(StartAnswers Answers) : ArrangementEvent;

    /// <summary>A session started unplanned; a manager's review is owed.</summary>
    public sealed record StartedUnplanned(
        ArrangementId Id,
        HomeId Home,
        PersonId By,
        int PolicyVersion,
        Plan Plan,
        Basis Basis,
        PersonId ColleagueTold,
        DateTimeOffset ReviewDueAt
    ) : ArrangementEvent;

    /// <summary>The worker was asked to check in.</summary>
    public sealed record CheckInAsked : ArrangementEvent;

    /// <summary>All is well, says the worker.</summary>
    public sealed record CheckedIn : ArrangementEvent;

    /// <summary>The worker was reminded of the expected end.</summary>
    public sealed record EndReminded : ArrangementEvent;

    /// <summary>The session takes longer.</summary>
    public sealed record Extended(TimeSpan By, bool ByWorker) : ArrangementEvent;

    /// <summary>The child is distressed or angry.</summary>
    public sealed record DistressReported(string What) : ArrangementEvent;

    /// <summary>The worker asked for help.</summary>
    public sealed record HelpCalled : ArrangementEvent;

    /// <summary>The session is over.</summary>
    public sealed record Finished : ArrangementEvent;

    /// <summary>What happened was recorded.</summary>
    public sealed record ClosedOut(CloseOut Record) : ArrangementEvent;

    /// <summary>Something was said or done that is a safeguarding concern (L-19, L-20, a start nobody pressed).</summary>
    public sealed record ConcernRaised(string DutyId, string What) : ArrangementEvent;

    /// <summary>Somebody must look.</summary>
    public sealed record EscalationRaised(EscalationCause Cause, int Step, ImmutableArray<PersonId> Told) : ArrangementEvent;

    /// <summary>The next level must look.</summary>
    public sealed record EscalationPassedOn(
        EscalationCause Cause,
        int Step,
        PassedOnBecause Because,
        PersonId? FormerOwner,
        ImmutableArray<PersonId> Told
    ) : ArrangementEvent;

    /// <summary>Somebody took it on.</summary>
    public sealed record EscalationOwned(EscalationCause Cause, PersonId Owner) : ArrangementEvent;

    /// <summary>It ended.</summary>
    public sealed record EscalationEnded(EscalationCause Cause, EscalationOutcome Outcome, PersonId By, string Note) : ArrangementEvent;

    /// <summary>A mail that matters could not be delivered to this person.</summary>
    public sealed record MailUndeliverable(PersonId Person) : ArrangementEvent;

    /// <summary>The request was taken back.</summary>
    public sealed record Withdrawn(PersonId By, string Reason) : ArrangementEvent;

    /// <summary>The worker declined.</summary>
    public sealed record DeclinedByWorker(Decline Decline) : ArrangementEvent;

    /// <summary>The decline was explained to the young person.</summary>
    public sealed record DeclineExplained(Explanation Explanation) : ArrangementEvent;

    /// <summary>Never started; somebody answered for it.</summary>
    public sealed record Lapsed(PersonId By, bool TookPlace) : ArrangementEvent;

    /// <summary>A manager reviewed the unplanned start.</summary>
    public sealed record UnplannedReviewed(PersonId By, string Notes) : ArrangementEvent;

    /// <summary>Something was added to a record that has ended.</summary>
    public sealed record AddendumAdded(PersonId By, string Text, DateTimeOffset HappenedAt) : ArrangementEvent;
}
