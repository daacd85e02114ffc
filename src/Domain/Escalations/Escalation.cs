using System.Collections.Immutable;

namespace OneToOne.Domain.Escalations;

/// <summary>Why somebody must look.</summary>
public enum EscalationCause
{
    /// <summary>The start window went by and nobody pressed start.</summary>
    NotStarted,

    /// <summary>The planned end and its grace went by.</summary>
    Overdue,

    /// <summary>A check-in was missed.</summary>
    MissedCheckIn,

    /// <summary>The worker asked for help now.</summary>
    HelpNow,

    /// <summary>The child is distressed or angry (G-23).</summary>
    Distress,

    /// <summary>A mail that matters could not be delivered.</summary>
    UndeliverableMail,

    /// <summary>The close-out record is late.</summary>
    CloseOutLate,

    /// <summary>A decline has not been explained to the young person (L-26).</summary>
    ExplanationLate,

    /// <summary>The review of an unplanned start is late (G-20).</summary>
    UnplannedReviewLate,

    /// <summary>The worker was barred for the child, or left, while the two are together.</summary>
    WorkerBarred,
}

/// <summary>How an escalation ended: the only thing that ends one is a recorded outcome.</summary>
public enum EscalationOutcome
{
    /// <summary>The child was seen and is safe, and the time together is over.</summary>
    ChildSeenAndSafe,

    /// <summary>The child was seen and is safe, and the time together goes on.</summary>
    ChildSeenAndSafeSessionContinues,

    /// <summary>The worker was reached and the session is over.</summary>
    WorkerReachedSessionEnded,

    /// <summary>The emergency services were called.</summary>
    EmergencyServicesCalled,

    /// <summary>It did not take place (not started only).</summary>
    DidNotTakePlace,

    /// <summary>It did take place without being started: a concern (not started only).</summary>
    TookPlace,

    /// <summary>The person was told another way (undeliverable mail only).</summary>
    ToldAnotherWay,

    /// <summary>What was late has been recorded (late records only; set by recording it).</summary>
    Recorded,
}

/// <summary>Who took an escalation on, and since when their clock runs.</summary>
/// <param name="Person">Who.</param>
/// <param name="Since">When they acknowledged.</param>
public sealed record EscalationOwner(PersonId Person, DateTimeOffset Since);

/// <summary>One open escalation. Acknowledging gives it an owner; only an outcome ends it.</summary>
/// <param name="Cause">Why.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="Step">0 for the first level; counts on past the last level, whose step repeats.</param>
/// <param name="StepSince">When this step began.</param>
/// <param name="Told">Who was told at this step.</param>
/// <param name="Owner">Who owns it now; null while nobody has acknowledged this step.</param>
/// <param name="FormerOwner">Who owned it last and recorded no outcome in time; named to the next level.</param>
public sealed record Escalation(
    EscalationCause Cause,
    DateTimeOffset RaisedAt,
    int Step,
    DateTimeOffset StepSince,
    ImmutableArray<PersonId> Told,
    EscalationOwner? Owner = null,
    PersonId? FormerOwner = null
);

/// <summary>Why an escalation went to its next level.</summary>
public enum PassedOnBecause
{
    /// <summary>Nobody acknowledged it in time.</summary>
    Silence,

    /// <summary>Its owner recorded no outcome in time.</summary>
    NoOutcome,

    /// <summary>Nobody of that level could be reached over any channel.</summary>
    Unreachable,

    /// <summary>It was called for again while it was open.</summary>
    AskedAgain,

    /// <summary>Time ran out before any message of that level was accepted: nobody can be said to have been silent.</summary>
    NotYetSent,
}

/// <summary>One step that an escalation passes on to.</summary>
/// <param name="Step">The step.</param>
/// <param name="Because">Why it is passed on to.</param>
/// <param name="Told">Who is told; empty when nobody is there.</param>
public sealed record EscalationStep(int Step, PassedOnBecause Because, ImmutableArray<PersonId> Told);
