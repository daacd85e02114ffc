using OneToOne.Domain.Messages;
using OneToOne.Service.Deliveries;

namespace OneToOne.Service.Letters;

/// <summary>The words of letters about concerns. They do not say what it is, nor whom it is about.</summary>
internal static class ConcernWords
{
    private const string Decide =
        "Decide whether it meets the harm threshold and whether it is referred, with the reason, so that the local authority designated officer hears in time.";

    private const string SignIn = "Sign in to do so: it stands among the concerns of the home.";

    /// <summary>The words of a letter.</summary>
    public static LetterWords Of(Letter letter) =>
        letter.Kind switch
        {
            MessageKind.ConcernReminder => new(
                "Reminder: a safeguarding concern waits for a decision",
                ["This is a reminder. It is not decided yet whether a safeguarding concern is referred.", Decide, SignIn],
                null,
                "The service manager is told, and then daily until it is decided."
            ),
            MessageKind.ConcernOverdue => new(
                "A safeguarding concern is overdue for a decision",
                ["The time to decide whether a safeguarding concern is referred has gone by.", Decide, SignIn],
                null,
                "The service manager is told again each day until it is decided."
            ),
            _ => new(
                "A safeguarding concern was recorded",
                [
                    "A safeguarding concern was recorded. It comes to you because you answer for such concerns.",
                    $"Acknowledge it. {Decide}",
                    SignIn,
                ],
                "Read what was recorded",
                "The next level is told if nobody acknowledges it. Follow your safeguarding procedure today."
            ),
        };
}
