using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Assessments;

using Decision = Decision<AssessmentEvent>;

/// <summary>Decides what becomes of an assessment when somebody asks something of it.</summary>
public static class AssessmentDecider
{
    /// <summary>Decides a command.</summary>
    /// <param name="state">The assessment; null before anything was written.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="now">The moment.</param>
    /// <returns>What happened, or the findings that refuse it.</returns>
    public static Decision Decide(Assessment? state, AssessmentCommand command, AssessmentFacts facts, DateTimeOffset now) =>
        (state, command) switch
        {
            (_, AssessmentCommand.BringForward sooner) => BringForward(state, sooner, now),
            _ when AssessmentRules.Barred(facts, command.By) is { } barred => new Decision.Refused([barred]),
            (_, AssessmentCommand.Propose propose) => Propose(state, propose, facts, now),
            ({ Proposed: { } content }, AssessmentCommand.Agree agree) => Agree(state, content, agree, facts, now),
            ({ InForce: { } agreed }, AssessmentCommand.Agree agree) when IsSame(agreed, agree) => Nothing,
            ({ InForce: { Ended: true } }, AssessmentCommand.Review { Result: ReviewResult.End }) => Nothing,
            ({ InForce: { Ended: false } version }, AssessmentCommand.Review review) => Review(state, version, review, facts, now),
            (_, AssessmentCommand.Agree) => Refuse("Nothing waits to be agreed.", "Somebody writes a content first."),
            (_, AssessmentCommand.Review) => Refuse("Nothing is in force to be reviewed.", "A new content is written and agreed."),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not a command of an assessment"),
        };

    private static Decision.Accepted Nothing { get; } = new([]);

    // Never refused, and never later than it was; who has reviewed it since has known of it.
    private static Decision BringForward(Assessment? state, AssessmentCommand.BringForward command, DateTimeOffset now) =>
        state is { InForce: { Ended: false } version }
        && version.AgreedAt <= command.Since
        && state.Reviews.All(review => review.At <= command.Since)
        && version.ReviewDue > command.Due
            ? new Decision.Accepted([new AssessmentEvent.ReviewBroughtForward(command.Because, command.Due, now)])
            : Nothing;

    private static Decision Propose(Assessment? state, AssessmentCommand.Propose command, AssessmentFacts facts, DateTimeOffset now)
    {
        if (state?.Proposed == command.Content)
            return Nothing;
        return Answer(
            [
                AssessmentRules.MayWrite(facts, command.By, now),
                .. AssessmentRules.Lengths(command.Content),
                AssessmentRules.Kind(facts.Key.Kind, command.Content),
            ],
            () => new AssessmentEvent.Proposed(facts.Key, state?.Home ?? facts.Home.Id, command.By, command.Content, now)
        );
    }

    private static Decision Agree(
        Assessment state,
        AssessmentContent content,
        AssessmentCommand.Agree command,
        AssessmentFacts facts,
        DateTimeOffset now
    )
    {
        // Whoever may not decide learns nothing else: what is compared holds answers that are not for everybody (L-10, L-11).
        if (AssessmentRules.MayDecide(facts, state.WrittenBy, command.By, command.As, now) is { } may)
            return new Decision.Refused([may]);
        var latest = now + ReviewInterval.OfNew(content, facts.Policy);
        return Answer(
            [
                Loosening.Check(state, content, command),
                .. AssessmentRules.G11(facts, content),
                AssessmentRules.G15(facts, content),
                .. ChildSectionsRules.All(facts, content, state.InForce?.Content, command.Outcome, now),
                AssessmentRules.L17(command.Outcome, command.Conditions),
                AssessmentRules.G16(command.ReviewDue, latest, now),
            ],
            () =>
                new AssessmentEvent.Agreed(
                    new(
                        (state.InForce?.ContentVersion ?? 0) + 1,
                        content,
                        command.Outcome,
                        command.Conditions,
                        command.By,
                        CapacityOf(facts, command.By, command.As),
                        now,
                        command.ReviewDue ?? latest,
                        AsDeputy: IsDeputy(facts, command.By, command.As, now),
                        Late: state.InForce is null && IsAdmitted(facts, now),
                        WrittenBy: state.WrittenBy
                    )
                )
        );
    }

    // L-14: only the day is known, so what is agreed on the day of admission still counts as before it.
    private static bool IsAdmitted(AssessmentFacts facts, DateTimeOffset now) =>
        facts.Key.Kind is AssessmentKind.Child && facts.Child?.AdmittedOn < facts.Home.DayOf(now);

    private static Decision Review(
        Assessment state,
        AssessmentVersion version,
        AssessmentCommand.Review command,
        AssessmentFacts facts,
        DateTimeOffset now
    )
    {
        if (IsSame(state, command))
            return Nothing;
        var latest = now + ReviewInterval.OfContinued(version.Content, facts.Policy);
        var next = command.Result == ReviewResult.Continue ? command.NextReview ?? latest : now;
        return Answer(
            [
                AssessmentRules.MayDecide(facts, state.WrittenBy, command.By, command.As, now),
                AssessmentRules.Notes(command.Notes),
                AssessmentRules.G16(command.NextReview, latest, now),
                AwaitsChange(state, command),
            ],
            () =>
                new AssessmentEvent.Reviewed(
                    new(
                        command.By,
                        CapacityOf(facts, command.By, command.As),
                        command.Result,
                        command.Notes,
                        version.ContentVersion,
                        now,
                        next,
                        IsDeputy(facts, command.By, command.As, now)
                    )
                )
        );
    }

    // Continuing after a review that found the content wrong would revive approvals given for that content.
    private static Finding? AwaitsChange(Assessment state, AssessmentCommand.Review command) =>
        command.Result == ReviewResult.Continue && LastReview(state) is { Result: ReviewResult.Change }
            ? new("G-16", DutyKind.Hard, "The last review asked for a change.", "A new content is written and agreed.", "result")
            : null;

    private static bool IsSame(AssessmentVersion agreed, AssessmentCommand.Agree command) =>
        (agreed.AgreedBy, agreed.Outcome, agreed.Conditions) == (command.By, command.Outcome, command.Conditions)
        && (command.ReviewDue ?? agreed.ReviewDue) == agreed.ReviewDue;

    // The same words again before any reminder fell due are the same review, sent twice.
    private static bool IsSame(Assessment state, AssessmentCommand.Review command) =>
        LastReview(state) is { } last
        && state.RemindedUpTo == last.At
        && (last.By, last.Result, last.Notes) == (command.By, command.Result, command.Notes)
        && (command.NextReview ?? last.NextDue) == last.NextDue;

    private static Review? LastReview(Assessment state) =>
        state.Reviews.LastOrDefault(review => review.ContentVersion == state.InForce?.ContentVersion);

    // The nominated adult decides as such, whatever role they claim.
    private static Role? CapacityOf(AssessmentFacts facts, PersonId by, Role? role) =>
        facts.Key.Worker is { } worker && facts.NominatedAdultOf(worker) == by ? null : role;

    private static bool IsDeputy(AssessmentFacts facts, PersonId by, Role? role, DateTimeOffset now) =>
        role is { } claimed && facts.Find(by)?.Has(claimed) != true && facts.Home.OnCall.IsDeputy(by, claimed, now);

    private static Decision.Refused Refuse(string problem, string lift) => new([new("assessment", DutyKind.Hard, problem, lift)]);

    private static Decision Answer(IEnumerable<Finding?> checks, Func<AssessmentEvent> happened) =>
        checks.OfType<Finding>().ToArray() is { Length: > 0 } findings
            ? new Decision.Refused([.. findings])
            : new Decision.Accepted([happened()]);
}
