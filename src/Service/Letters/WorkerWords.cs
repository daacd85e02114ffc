using OneToOne.Domain.Messages;

namespace OneToOne.Service.Letters;

/// <summary>The words to the worker.</summary>
internal static class WorkerWords
{
    private const string Button = "Open the session page";

    public static LetterWords Of(MessageKind kind) =>
        kind switch
        {
            MessageKind.SessionLink => new(
                "Your page for one-to-one time",
                [
                    "On this page you start, say that all is well, ask for more time, report distress, call for help, finish, and write the record.",
                    "Open it once with your code before you begin. From then on, calling for help and saying that all is well are one tap.",
                ],
                Button,
                "If it has not started soon after the planned start you are asked, and later a senior colleague looks."
            ),
            MessageKind.StartAsked => new(
                "Has it started?",
                [
                    "The planned start has gone by, and nobody pressed start. If you are together, press start now. If not, say so on the page.",
                ],
                Button,
                "When the time for starting is over, a senior colleague looks whether it took place."
            ),
            MessageKind.CheckInAsked => new(
                "Are you all right?",
                ["It is time to say that all is well."],
                Button,
                "If you do not answer within a few minutes, a senior colleague is told to look."
            ),
            MessageKind.EndReminder => new(
                "Reminder: the end is near",
                ["This is a reminder. The planned end is near. Press finish when it is over, or ask for more time before."],
                Button,
                "If it is not finished a few minutes after its end, a senior colleague is told to look."
            ),
            MessageKind.Declined => new(
                "Please explain it to the young person",
                [
                    "You declined one-to-one time. That needs nobody's approval, and it is never counted against you.",
                    "Explain it to the young person, and record how you did and what they said.",
                ],
                "Record the explanation",
                "If nothing is recorded in time, a manager is told."
            ),
            _ => throw new InvalidOperationException($"{kind} is not for the worker."),
        };
}
