using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Assessments;

/// <summary>
/// What permits more than the version before takes two people, as lifting a bar does: nobody writes it and agrees it alone (G-14, L-12).
/// </summary>
internal static class Loosening
{
    /// <summary>Why whoever wrote a content can't agree it.</summary>
    /// <param name="state">The assessment.</param>
    /// <param name="content">What would be agreed.</param>
    /// <param name="command">Who would agree it, and with what outcome.</param>
    /// <returns>The finding; null when somebody else agrees it, or it permits no more than before.</returns>
    public static Finding? Check(Assessment state, AssessmentContent content, AssessmentCommand.Agree command) =>
        command.By == state.WrittenBy && state.InForce is { } before && PermitsMore(before, content, command.Outcome)
            ? new(
                "G-14",
                DutyKind.Hard,
                "It permits what the version before did not, or lifts that the child is not comfortable alone, and you wrote it.",
                "Another manager of the home agrees it; or a colleague writes what they think right, and you agree that."
            )
            : null;

    // A lift stands in later versions, so it takes two also where nothing is permitted for now.
    private static bool PermitsMore(AssessmentVersion before, AssessmentContent content, Outcome outcome) =>
        Lifts(before.Content.Child, content.Child)
        || outcome != Outcome.NotPermit
            && (
                before.Ended
                || before.Outcome == Outcome.NotPermit
                || (before.Outcome, outcome) == (Outcome.PermitWithConditions, Outcome.Permit)
                || (content.PermitsUnplannedStart && !before.Content.PermitsUnplannedStart)
                || (content.Child?.Strategy is { } said && before.Content.Child?.Strategy is { } then && said.PermitsMoreThan(then))
            );

    private static bool Lifts(ChildSections? before, ChildSections? said) =>
        before?.NotComfortableAlone is NotComfortableAlone.Yes && said?.NotComfortableAlone is not NotComfortableAlone.Yes;
}
