using OneToOne.Domain.Messages;

namespace OneToOne.Service.Letters;

/// <summary>The words to somebody whose decision is awaited.</summary>
internal static class DecisionWords
{
    private const string BothChoices = "The page shows all that was asked. You can say yes or no there, and nothing is chosen for you.";
    private const string FailsClosed = "Without a decision before the planned start it does not take place.";

    public static LetterWords Of(MessageKind kind) =>
        kind switch
        {
            MessageKind.ApprovalAsked => new(
                "Please decide: one-to-one time",
                ["One-to-one time is asked for, and your approval is needed before it may take place.", BothChoices],
                "Look and decide",
                FailsClosed
            ),
            MessageKind.ApprovalReminder => new(
                "Reminder: please decide on one-to-one time",
                ["This is a reminder. Your approval was asked for, and you have not decided yet.", BothChoices],
                "Look and decide",
                FailsClosed
            ),
            MessageKind.OverrideAsked => new(
                "Please decide: a departure from the guidance",
                [
                    "One-to-one time is asked for in a way that the guidance advises against. Only you or a colleague in your role can allow it.",
                    BothChoices,
                ],
                "Look and decide",
                FailsClosed
            ),
            MessageKind.OverrideReminder => new(
                "Reminder: please decide on a departure from the guidance",
                [
                    "This is a reminder. A departure from the guidance waits for your decision or that of a colleague in your role.",
                    BothChoices,
                ],
                "Look and decide",
                FailsClosed
            ),
            _ => throw new InvalidOperationException($"{kind} asks for no decision."),
        };
}
