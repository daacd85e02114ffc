using OneToOne.Domain.Messages;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Links;

namespace OneToOne.Service.Letters;

/// <summary>The words of one letter. They name nobody, no place and no reason.</summary>
/// <param name="Subject">The subject, which is the heading as well.</param>
/// <param name="Says">What it is about and what is asked, a paragraph each.</param>
/// <param name="Button">What the link does; null when there is none.</param>
/// <param name="Otherwise">What happens if nobody answers; null when nothing is asked.</param>
internal sealed record LetterWords(string Subject, string[] Says, string? Button, string? Otherwise = null)
{
    private const string NothingNeeded = "Nothing is needed from you.";

    /// <summary>The words of a letter.</summary>
    public static LetterWords Of(Letter letter) =>
        letter.Kind switch
        {
            _ when IsOfAgreement(letter) && AgreementWords.Of(letter.Kind) is { } words => words,
            MessageKind.Escalation => EscalationWords.Raised(letter),
            MessageKind.EscalationEnded => EscalationWords.Ended(letter.Cause!.Value),
            MessageKind.Drill => DrillWords.Called(letter),
            MessageKind.DrillEnded => DrillWords.Ended(letter.Cause!.Value),
            MessageKind.SessionLink or MessageKind.StartAsked or MessageKind.CheckInAsked or MessageKind.EndReminder => WorkerWords.Of(
                letter.Kind
            ),
            MessageKind.Declined when letter.Purpose == LinkPurpose.Explain => WorkerWords.Of(letter.Kind),
            MessageKind.OverrideAsked or MessageKind.OverrideReminder or MessageKind.ApprovalAsked or MessageKind.ApprovalReminder =>
                DecisionWords.Of(letter.Kind),
            MessageKind.ConcernRaised
            or MessageKind.ConcernNotReferred
            or MessageKind.ConcernReminder
            or MessageKind.ConcernOverdue
            or MessageKind.ConcernOutcomeReminder => ConcernWords.Of(letter.Kind),
            MessageKind.AddressChanged or MessageKind.OthersAddressChanged or MessageKind.ProtectionLifted or MessageKind.AskedChanged =>
                RegisterWords.Of(letter),
            _ => News(letter),
        };

    private static bool IsOfAgreement(Letter letter) =>
        letter.IsAgreement || letter.Kind is MessageKind.AgreementInForce or MessageKind.AgreementReminder or MessageKind.AgreementEnded;

    private static LetterWords News(Letter letter) =>
        letter.Kind switch
        {
            MessageKind.Notice => new(
                "Please read: one-to-one time is planned",
                [
                    "One-to-one time has been agreed, and you are to know of it beforehand: what it is for, where, and how long.",
                    "Only opening the page with your code counts as having been told. This mail alone does not.",
                ],
                "Read the notice",
                "It cannot start before somebody has been told."
            ),
            MessageKind.UnplannedStart => new(
                "One-to-one time has started unplanned",
                [
                    "A young person asked to talk, and one-to-one time has started without a plan. You are told now so that somebody knows.",
                    "A manager reviews it afterwards, on the same page.",
                ],
                "Open the page",
                "A review that is not recorded in time goes to the next level of management."
            ),
            MessageKind.SessionOnLapsedBasis => new(
                "Please look: something behind a session has lapsed",
                ["One-to-one time is under way, and something that it rests on has lapsed. It goes on, but it cannot be extended."],
                "See what has lapsed",
                "It ends as planned. Nothing further can start until a manager has reviewed what lapsed."
            ),
            MessageKind.RecordToRead => new(
                "Please look: a record has something to read",
                ["One-to-one time was recorded, and an answer in its record is for you to know. It need not be a concern."],
                "Read what the record says",
                "The record stays as it is. An assessment behind it may now be due for review sooner."
            ),
            MessageKind.ApprovalVoided => new(
                "What you approved was changed",
                ["Your approval no longer counts, because what you were shown has changed. The page says what changed."],
                "See what changed",
                "If it is still wanted you get a new request. It cannot start on the approval that you gave."
            ),
            MessageKind.ApprovalRecorded => new(
                "Your approval was written down",
                [
                    "Somebody of the home wrote down that you approved one-to-one time: by telephone, in person or on paper.",
                    "If you did not approve it, say so on the page, or tell the home's manager at once.",
                ],
                "See what was approved",
                "It counts as your approval."
            ),
            MessageKind.ApprovalLink => new(
                "What you approved",
                [
                    "You approved one-to-one time, and somebody of the home has sent you the page of it.",
                    "On it you see what you approved, and can say until it starts that you no longer agree. If you still agree, nothing is needed.",
                ],
                "See what you approved"
            ),
            MessageKind.Approved => new("It was approved", ["The one-to-one time that was asked for is approved."], "See the plan"),
            MessageKind.Refused => new(
                "It was refused",
                [$"The one-to-one time was refused, and does not take place. {NothingNeeded}"],
                "See why"
            ),
            MessageKind.Expired => new(
                "It was not decided in time",
                [
                    "The one-to-one time was not decided before its planned start, and does not take place. If it is still wanted, ask again.",
                ],
                "See what was asked"
            ),
            MessageKind.Withdrawn => new(
                "It was taken back",
                [$"The one-to-one time was taken back, and does not take place. {NothingNeeded}"],
                "See why"
            ),
            MessageKind.Declined => new(
                "It was declined",
                [$"The worker declined the one-to-one time, and it does not take place. The young person is told why. {NothingNeeded}"],
                "Open the page"
            ),
            MessageKind.Suspended => new(
                "It may not start for now",
                ["Something that the one-to-one time rests on has lapsed. It may not start until a manager has reviewed it."],
                "See what has lapsed",
                "If nobody reviews it before the planned start, it does not take place."
            ),
            MessageKind.Revived => new(
                "It may start again",
                [$"What had lapsed was reviewed. The one-to-one time may start as planned. {NothingNeeded}"],
                "See the plan"
            ),
            MessageKind.EndedByReview => new(
                "It does not take place",
                [$"A review ended what the one-to-one time rested on. It does not take place. {NothingNeeded}"],
                "Open the page"
            ),
            MessageKind.ReviewDue => new(
                "Reminder: an assessment must be reviewed",
                [
                    "This is a reminder. An assessment behind one-to-one time is due for review, soon or already.",
                    "Sign in to see which, and record whether it continues, changes or ends.",
                ],
                null,
                "From its review date on, nothing that rests on it can be asked for, approved or started."
            ),
            _ => throw new InvalidOperationException($"{letter.Kind} has no words."),
        };
}
