using OneToOne.Domain.Messages;

namespace OneToOne.Service.Letters;

/// <summary>The words of letters about concerns. They do not say what it is, nor whom it is about.</summary>
internal static class ConcernWords
{
    private const string Decide =
        "Decide whether it meets the harm threshold and whether it is referred, with the reason, so that the local authority designated officer hears in time.";

    private const string Behind = "Do so behind your code, or sign in: it stands among the concerns of the home.";

    private const string Open = "Open the concern";

    /// <summary>The words of a letter of a kind.</summary>
    public static LetterWords Of(MessageKind kind) =>
        kind switch
        {
            MessageKind.ConcernReminder => new(
                "Reminder: a safeguarding concern waits for a decision",
                ["This is a reminder. It is not decided yet whether a safeguarding concern is referred.", Decide, Behind],
                Open,
                "The service manager is told, and then daily until it is decided."
            ),
            MessageKind.ConcernOverdue => new(
                "A safeguarding concern is overdue for a decision",
                ["The time to decide whether a safeguarding concern is referred has gone by.", Decide, Behind],
                Open,
                "The service manager is told again each day until it is decided."
            ),
            MessageKind.ConcernNotReferred => new(
                "Please look: a safeguarding concern was not referred",
                [
                    "A grave safeguarding concern was decided on, and it is not referred. You had no part in that decision, and you answer for such concerns.",
                    "Read it. If you see it otherwise you can refer it all the same, also after it was closed.",
                    Behind,
                ],
                Open,
                "It stays as it was decided."
            ),
            MessageKind.ConcernOutcomeReminder => new(
                "Reminder: a safeguarding concern has no outcome yet",
                [
                    "This is a reminder. It was decided whether a safeguarding concern is referred, and what came of it is not recorded yet.",
                    "Record what came of it, or ask those who look into it where it stands.",
                    Behind,
                ],
                Open,
                "You are reminded again until it is recorded, and the service manager with you."
            ),
            _ => new(
                "A safeguarding concern was recorded",
                [
                    "A safeguarding concern was recorded. It comes to you because you answer for such concerns.",
                    $"Acknowledge it. {Decide}",
                    Behind,
                ],
                Open,
                "The next level is told if nobody acknowledges it. Follow your safeguarding procedure today."
            ),
        };
}
