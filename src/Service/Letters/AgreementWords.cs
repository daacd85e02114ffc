using OneToOne.Domain.Messages;

namespace OneToOne.Service.Letters;

/// <summary>The words about a standing agreement: what is decided once and holds week by week, until a date.</summary>
internal static class AgreementWords
{
    private const string BothChoices = "The page shows all that was asked. You can say yes or no there, and nothing is chosen for you.";
    private const string FailsClosed = "Without a decision before it is to begin it does not come into force.";
    private const string Nothing = "Nothing more can be planned under it. Nothing is needed from you.";

    /// <summary>The words of a letter about an agreement; null where it says the same as of anything else.</summary>
    public static LetterWords? Of(MessageKind kind) =>
        kind switch
        {
            MessageKind.AgreementInForce => new(
                "The agreement is in force",
                ["The standing agreement on one-to-one time is approved. Within it an occasion needs only where, when and who is told."],
                "See the agreement"
            ),
            MessageKind.AgreementReminder => new(
                "Reminder: the agreement ends soon",
                [
                    "This is a reminder. A standing agreement on one-to-one time ends soon. If it is still wanted, ask for a new one in time.",
                ],
                "See when it ends",
                "After its last day nothing can be planned under it."
            ),
            MessageKind.AgreementEnded => new(
                "The agreement has ended",
                ["A standing agreement on one-to-one time has come to its last day. If it is still wanted, ask for a new one."],
                "See the agreement"
            ),
            MessageKind.ApprovalAsked => new(
                "Please decide: a standing agreement",
                [
                    "One-to-one time is asked for that happens again and again: in set hours of the week, until a date. Your approval is asked for once and holds for each occasion within it.",
                    BothChoices,
                ],
                "Look and decide",
                FailsClosed
            ),
            MessageKind.ApprovalReminder => new(
                "Reminder: please decide on a standing agreement",
                [
                    "This is a reminder. Your approval was asked for one-to-one time that happens again and again until a date, and you have not decided yet.",
                    BothChoices,
                ],
                "Look and decide",
                FailsClosed
            ),
            MessageKind.ApprovalLink => new(
                "The agreement that you approved",
                [
                    "You approved a standing agreement on one-to-one time, and somebody of the home has sent you the page of it.",
                    "On it you see what you approved, and can say at any time that you no longer agree. If you still agree, nothing is needed.",
                ],
                "See what you approved"
            ),
            MessageKind.OverrideAsked => new(
                "Please decide: a departure from the guidance in a standing agreement",
                [
                    "One-to-one time is asked for again and again until a date, in a way that the guidance advises against. Only you or a colleague in your role can allow it.",
                    BothChoices,
                ],
                "Look and decide",
                FailsClosed
            ),
            MessageKind.Notice => new(
                "Please read: a standing agreement",
                [
                    "One-to-one time has been agreed that happens again and again until a date, and you are to know of it. You hear of each occasion beforehand.",
                ],
                "Read the agreement"
            ),
            MessageKind.Refused => new("The agreement was refused", [$"The standing agreement was refused. {Nothing}"], "See why"),
            MessageKind.Expired => new(
                "It was not decided in time",
                ["The standing agreement was not decided before it was to begin, and is not in force. If it is still wanted, ask again."],
                "See what was asked"
            ),
            MessageKind.Withdrawn => new("The agreement was taken back", [$"The standing agreement was taken back. {Nothing}"], "See why"),
            MessageKind.Suspended => new(
                "Nothing may be planned for now",
                [
                    "Something that a standing agreement rests on has lapsed. No occasion under it may start until a manager has reviewed it.",
                ],
                "See what has lapsed",
                "If nobody reviews it, the agreement stays suspended until its last day."
            ),
            MessageKind.Revived => new(
                "The agreement is in force again",
                ["What a standing agreement rests on has been reviewed, and goes on. Occasions can be planned under it again."],
                "See the agreement"
            ),
            MessageKind.EndedByReview => new(
                "The agreement has ended",
                [$"What a standing agreement rested on was ended or is not permitted any more. {Nothing}"],
                "See the agreement"
            ),
            _ => null,
        };
}
