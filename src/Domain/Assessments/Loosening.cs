using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Assessments;

/// <summary>
/// What permits more than the version before, or takes back what brings reviews sooner, takes two people, as lifting a bar does: nobody writes it and
/// agrees it alone (G-14, L-10 to L-12).
/// </summary>
internal static class Loosening
{
    /// <summary>Why whoever wrote a content, or what waited before it, can't agree it.</summary>
    /// <param name="state">The assessment.</param>
    /// <param name="content">What would be agreed.</param>
    /// <param name="command">Who would agree it, and with what outcome.</param>
    /// <returns>The finding; null when somebody else agrees it, or it permits no more than before.</returns>
    public static Finding? Check(Assessment state, AssessmentContent content, AssessmentCommand.Agree command) =>
        state.AlsoWrittenBy.Append(state.WrittenBy).Contains(command.By)
        && state.InForce is { } before
        && (TakesBack(before.Content, content) || PermitsMore(before, content, command.Outcome))
            ? new(
                "G-14",
                DutyKind.Hard,
                "It permits what the version before did not, or takes back what brings reviews sooner, and you had a hand in writing it.",
                "Another manager of the home agrees it."
            )
            : null;

    private static bool PermitsMore(AssessmentVersion before, AssessmentContent content, Outcome outcome) =>
        outcome != Outcome.NotPermit
        && (
            before.Ended
            || before.Outcome == Outcome.NotPermit
            || (before.Outcome, outcome) == (Outcome.PermitWithConditions, Outcome.Permit)
            || (content.PermitsUnplannedStart && !before.Content.PermitsUnplannedStart)
            || (content.Child?.Strategy is { } said && before.Content.Child?.Strategy is { } then && said.PermitsMoreThan(then))
        );

    // What is taken back stays so in later versions, so it takes two also where nothing is permitted for now.
    private static bool TakesBack(AssessmentContent before, AssessmentContent said) =>
        (before.ShortReview && !said.ShortReview)
        || (before.Child?.AllegationsOfAbuse is AllegationsOfAbuse.Yes && said.Child?.AllegationsOfAbuse is not AllegationsOfAbuse.Yes)
        || (
            before.Child?.HistoryOfMakingAllegations is HistoryOfMakingAllegations.Yes
            && said.Child?.HistoryOfMakingAllegations is not HistoryOfMakingAllegations.Yes
        )
        || (before.Child?.NotComfortableAlone is NotComfortableAlone.Yes && said.Child?.NotComfortableAlone is not NotComfortableAlone.Yes);
}
