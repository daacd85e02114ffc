using OneToOne.Domain.Escalations;
using OneToOne.Service.Deliveries;

namespace OneToOne.Service.Letters;

/// <summary>The words of an escalation: what, which level, and that taking it on is not its end.</summary>
internal static class EscalationWords
{
    public static LetterWords Raised(Letter letter)
    {
        var (cause, level) = (letter.Cause!.Value, letter.Level!.Value);
        return new(
            $"{(EscalationChain.IsUrgent(cause) ? "Look now" : "Please look")}: {Title(cause)}",
            [What(cause), $"This is level {level} of {EscalationChain.Levels(cause).Length}. {Task(letter)}"],
            EscalationChain.Outcomes(cause).IsEmpty ? "Take it on" : "Take it on, then record how it ended",
            Otherwise(letter)
        );
    }

    public static LetterWords Ended(EscalationCause cause) =>
        new(
            $"It has ended: {Title(cause)}",
            ["You were told of this. It has ended, and how it ended is recorded. Nothing is needed from you."],
            "See how it ended"
        );

    private static string Task(Letter letter) =>
        EscalationChain.Outcomes(letter.Cause!.Value).IsEmpty
            ? $"Take it on, and see that what is late is recorded: only that ends it. Taking it on {Clock(letter)}, and is not the end."
            : $"Take it on, look, and record how it ended: only a recorded outcome ends it. Taking it on {Clock(letter)}, and is not an outcome.";

    private static string Clock(Letter letter) =>
        letter.OwnerClock is { } clock ? $"starts a clock of {HomeTime.Length(clock)} for you" : "starts a clock for you";

    private static string Otherwise(Letter letter)
    {
        var next =
            letter.Level < EscalationChain.Levels(letter.Cause!.Value).Length ? "the next level is told" : "every level is told again";
        var when = letter.NextLevel is { } within ? $" within {HomeTime.Length(within)}" : " in time";
        return $"If nobody takes it on{when}, {next}. The same happens when nobody records an outcome before the clock has run out.";
    }

    public static string Title(EscalationCause cause) =>
        cause switch
        {
            EscalationCause.NotStarted => "nobody pressed start",
            EscalationCause.Overdue => "one-to-one time has not ended",
            EscalationCause.MissedCheckIn => "a check-in was missed",
            EscalationCause.HelpNow => "help is asked for",
            EscalationCause.Distress => "a young person is distressed or angry",
            EscalationCause.UndeliverableMail => "a mail could not be delivered",
            EscalationCause.CloseOutLate => "a record is late",
            EscalationCause.ExplanationLate => "an explanation is late",
            EscalationCause.UnplannedReviewLate => "a review is late",
            EscalationCause.WorkerBarred => "one-to-one time is under way that may not go on",
            _ => throw new InvalidOperationException($"{cause} has no title."),
        };

    public static string What(EscalationCause cause) =>
        cause switch
        {
            EscalationCause.NotStarted =>
                "Approved one-to-one time was not started on its page. The worker may be with the young person all the same. Find out, and answer whether it took place.",
            EscalationCause.Overdue =>
                "One-to-one time is past its planned end, and the worker has not finished it. Find out whether both are safe.",
            EscalationCause.MissedCheckIn => "The worker did not say that all is well when it was time. Find out whether both are safe.",
            EscalationCause.HelpNow => "The worker asks for help now. If somebody may be in danger, telephone 999 first.",
            EscalationCause.Distress =>
                "A young person became distressed or angry during one-to-one time. See to them, and talk to the worker.",
            EscalationCause.UndeliverableMail =>
                "A mail that matters reached nobody. Tell the person another way, in person or by telephone, and record that you did.",
            EscalationCause.CloseOutLate => "The record of one-to-one time that has ended has not been written in time.",
            EscalationCause.ExplanationLate =>
                "A worker declined one-to-one time, and how it was explained to the young person is not recorded in time.",
            EscalationCause.UnplannedReviewLate =>
                "One-to-one time started unplanned, and a manager's review of it is not recorded in time.",
            EscalationCause.WorkerBarred =>
                "One-to-one time is under way with a worker who may no longer be with this young person. Go there now, see that the young person is safe, and end it.",
            _ => throw new InvalidOperationException($"{cause} has no words."),
        };
}
