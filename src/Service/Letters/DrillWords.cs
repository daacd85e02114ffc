using OneToOne.Domain.Escalations;
using OneToOne.Service.Deliveries;

namespace OneToOne.Service.Letters;

/// <summary>The words of a drill: those of the escalation that is played, under a mark that stands first and last.</summary>
internal static class DrillWords
{
    public const string Mark = "DRILL";

    private const string NothingHappened =
        "This is a drill. Nothing has happened, it is about no young person, and nobody need go anywhere.";

    public static LetterWords Called(Letter letter)
    {
        var cause = letter.Cause!.Value;
        return new(
            $"{Mark}: {EscalationWords.Title(cause)}",
            [
                NothingHappened,
                $"In earnest this mail would say: {EscalationWords.What(cause)}",
                $"This is level {letter.Level!.Value} of {EscalationChain.Levels(cause).Length}. Answer as you would in earnest: take it on, and say what you would have done. {NothingHappened}",
            ],
            $"{Mark}: take it on, then say what you would have done",
            Otherwise(letter)
        );
    }

    public static LetterWords Ended(EscalationCause cause) =>
        new(
            $"{Mark} ended: {EscalationWords.Title(cause)}",
            ["The drill that you were told of has ended. Nothing had happened, and nothing is needed from you."],
            $"{Mark}: see how it went"
        );

    private static string Otherwise(Letter letter)
    {
        var next =
            letter.Level < EscalationChain.Levels(letter.Cause!.Value).Length ? "the next level is told" : "the drill ends unanswered";
        var when = letter.NextLevel is { } within ? $" within {HomeTime.Length(within)}" : " in time";
        return $"If nobody takes it on{when}, {next}, as in earnest. The drill goes through each level once.";
    }
}
