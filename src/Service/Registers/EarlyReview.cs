using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;

namespace OneToOne.Service.Registers;

/// <summary>
/// That the record of a session asks for an early review of the child's and the pair's assessment (G-24). It is committed with the record, and
/// stays due until both have heard, so that no crash in between loses it.
/// </summary>
/// <param name="Worker">The worker of the pair.</param>
/// <param name="By">Who made the record.</param>
/// <param name="Because">The arrangement.</param>
/// <param name="Since">When it was recorded.</param>
/// <param name="Due">By when the reviews are due.</param>
public sealed record EarlyReview(PersonId Worker, PersonId By, ArrangementId Because, DateTimeOffset Since, DateTimeOffset Due)
{
    /// <summary>The command for each assessment that it concerns.</summary>
    /// <param name="child">The child.</param>
    /// <returns>The child's assessment and the pair's, each with its command.</returns>
    public ImmutableArray<(AssessmentKey Key, AssessmentCommand Command)> For(ChildId child) =>
        [
            (AssessmentKey.ForChild(child), new AssessmentCommand.BringForward(By, Because, Since, Due)),
            (AssessmentKey.ForPair(child, Worker), new AssessmentCommand.BringForward(By, Because, Since, Due)),
        ];

    /// <summary>What the events of a step ask for.</summary>
    /// <param name="plan">The arrangement's plan.</param>
    /// <param name="id">The arrangement.</param>
    /// <param name="by">Who took the step; null for a clock.</param>
    /// <param name="happened">The events.</param>
    /// <param name="at">The moment of the step.</param>
    /// <param name="within">How soon the reviews are due.</param>
    /// <returns>The change that assessments have yet to hear of; null when none of the events asks for it.</returns>
    public static RegisterChanged? In(
        Plan plan,
        ArrangementId id,
        PersonId? by,
        IEnumerable<ArrangementEvent> happened,
        DateTimeOffset at,
        TimeSpan within
    ) =>
        by is { } author && happened.Any(e => e is ArrangementEvent.ClosedOut { Record.NeedsChanged: true })
            ? new(plan.Child, null, Early: new(plan.Worker, author, id, at, at + within))
            : null;
}
