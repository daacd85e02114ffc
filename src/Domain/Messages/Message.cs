using System.Text.Json.Serialization;
using OneToOne.Domain.Escalations;

namespace OneToOne.Domain.Messages;

/// <summary>What a message is about; its text and its link follow from it. The order is the order of delivery.</summary>
public enum MessageKind
{
    /// <summary>Somebody must look now (every escalation cause).</summary>
    Escalation,

    /// <summary>An escalation that you were told of has ended.</summary>
    EscalationEnded,

    /// <summary>A session runs on something that has lapsed.</summary>
    SessionOnLapsedBasis,

    /// <summary>A safeguarding concern was raised.</summary>
    ConcernRaised,

    /// <summary>A grave concern was not referred; whoever had no part in that can refer it all the same.</summary>
    ConcernNotReferred,

    /// <summary>The time to decide whether a concern is referred has gone by.</summary>
    ConcernOverdue,

    /// <summary>A session started unplanned: a colleague is told now, and a manager's review is owed.</summary>
    UnplannedStart,

    /// <summary>The worker's session page.</summary>
    SessionLink,

    /// <summary>The worker is asked why it has not started.</summary>
    StartAsked,

    /// <summary>The worker is asked to say that all is well.</summary>
    CheckInAsked,

    /// <summary>The worker is reminded of the expected end.</summary>
    EndReminder,

    /// <summary>A finding waits for a decision.</summary>
    OverrideAsked,

    /// <summary>An approval is asked for.</summary>
    ApprovalAsked,

    /// <summary>What is to happen, where and how long: informed beforehand.</summary>
    Notice,

    /// <summary>What you approved changed, and your approval no longer counts.</summary>
    ApprovalVoided,

    /// <summary>Somebody else wrote down that you approved.</summary>
    ApprovalRecorded,

    /// <summary>The page of what you approved, on which you can still say that you no longer agree.</summary>
    ApprovalLink,

    /// <summary>It was approved.</summary>
    Approved,

    /// <summary>A standing agreement is in force, and occasions can be planned under it.</summary>
    AgreementInForce,

    /// <summary>A standing agreement ends soon.</summary>
    AgreementReminder,

    /// <summary>A standing agreement has ended by itself.</summary>
    AgreementEnded,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Withdrawn,

    /// <summary>The worker declined; the young person is to hear why.</summary>
    Declined,

    /// <summary>It may not start until something is reviewed.</summary>
    Suspended,

    /// <summary>It may start again.</summary>
    Revived,

    /// <summary>What it rested on was ended.</summary>
    EndedByReview,

    /// <summary>A record has an answer that its reader is to know of.</summary>
    RecordToRead,

    /// <summary>An assessment must be reviewed, soon or at once.</summary>
    ReviewDue,

    /// <summary>An address of yours was changed; it goes to the one that you had.</summary>
    AddressChanged,

    /// <summary>An address was changed of somebody for whom you answer.</summary>
    OthersAddressChanged,

    /// <summary>What protected a child from somebody was lifted.</summary>
    ProtectionLifted,

    /// <summary>Who is asked about a child for the family was changed.</summary>
    AskedChanged,

    /// <summary>A decision on an override is still awaited.</summary>
    OverrideReminder,

    /// <summary>An approval is still awaited.</summary>
    ApprovalReminder,

    /// <summary>A drill of the escalation: answer it as if somebody had to look now. Nobody's safety hangs on it, so all else goes first.</summary>
    Drill,

    /// <summary>A drill that you were told of has ended.</summary>
    DrillEnded,

    /// <summary>It is to be decided whether a concern is referred.</summary>
    ConcernReminder,

    /// <summary>What came of a concern is not recorded yet.</summary>
    ConcernOutcomeReminder,
}

/// <summary>One message to one person. It names nobody and nothing: what it says is looked up when it is delivered.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="To">To whom.</param>
/// <param name="Cause">The escalation it is about; null otherwise.</param>
/// <param name="Step">The escalation's step that it tells of; null otherwise.</param>
/// <param name="Version">The version of a person's entry before where they are reached was changed: it has the address that their own message goes to. Null for every other message.</param>
public sealed record Message(
    MessageKind Kind,
    PersonId To,
    EscalationCause? Cause = null,
    int? Step = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Version = null
)
{
    /// <summary>Whether it calls a level of a chain, in earnest or as a drill: over every channel, and again at once when it fails.</summary>
    public bool CallsLevel => Kind is MessageKind.Escalation or MessageKind.Drill;

    /// <summary>Whether it tells of a concern.</summary>
    public bool IsOfConcern =>
        Kind
            is MessageKind.ConcernRaised
                or MessageKind.ConcernNotReferred
                or MessageKind.ConcernReminder
                or MessageKind.ConcernOverdue
                or MessageKind.ConcernOutcomeReminder;
}
