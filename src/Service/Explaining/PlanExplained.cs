using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Foresight;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Messages;

namespace OneToOne.Service.Explaining;

/// <summary>What one rule says of a hypothetical plan.</summary>
/// <param name="Id">The duty it comes from, such as <c>G-16</c>, or a name of our own such as <c>start</c>.</param>
/// <param name="Kinds">What the product does about the duty; of a name of our own, what the finding is.</param>
/// <param name="Section">The document and section; null for a name of our own.</param>
/// <param name="Asks">What it asks, in one plain sentence.</param>
/// <param name="Answer"><c>met</c> or <c>finding</c>.</param>
/// <param name="Finding">What stands against the plan; null when nothing does.</param>
public sealed record RuleExplained(
    string Id,
    ImmutableArray<DutyKind> Kinds,
    string? Section,
    string? Asks,
    string Answer,
    Http.FindingView? Finding
)
{
    /// <summary>Shows an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>It, with its section.</returns>
    public static RuleExplained Of(RuleAnswer answer)
    {
        var duty = Duties.Of(answer.Id);
        var asks = duty?.Words ?? OwnRules.WordsOf(answer.Id);
        return answer.Finding is { } found
            ? new(answer.Id, duty?.Kinds ?? [found.Kind], duty?.Section, asks, "finding", Http.FindingView.Of(found))
            : new(answer.Id, duty?.Kinds ?? [DutyKind.Hard], duty?.Section, asks, "met", null);
    }
}

/// <summary>Who would be asked or told about one thing.</summary>
/// <param name="Stage">When.</param>
/// <param name="About">What about.</param>
/// <param name="Count">How many people.</param>
/// <param name="People">Who; empty for a reader who manages nobody here.</param>
public sealed record AskedExplained(Stage Stage, MessageKind About, int Count, ImmutableArray<PersonId> People);

/// <summary>What would become of a hypothetical plan.</summary>
/// <param name="Note">What this is and is not, in words.</param>
/// <param name="PolicyVersion">The policy version that it was judged under; null for a draft.</param>
/// <param name="MayBeAsked">Whether a request of it would be taken; of what starts now, whether it might start once a colleague is told.</param>
/// <param name="Rules">What every rule says, also those that find nothing.</param>
/// <param name="Quorum">The approvals that it would need, and why; null for what starts now, which has none.</param>
/// <param name="Asked">Who would be asked and told.</param>
/// <param name="Clocks">Which clocks would run, if nobody did anything in that stage.</param>
/// <param name="Questions">What would be asked at the start and at the close; what is asked in the plan stands among the rules.</param>
/// <param name="TimeSoFar">The time so far of these two, and of the child with anybody; for managers.</param>
public sealed record PlanExplained(
    string Note,
    int? PolicyVersion,
    bool MayBeAsked,
    ImmutableArray<RuleExplained> Rules,
    NeededQuorum? Quorum,
    ImmutableArray<AskedExplained> Asked,
    ImmutableArray<ForeseenClock> Clocks,
    ImmutableArray<ForeseenQuestion> Questions,
    Domain.Fairness.TimeSoFar? TimeSoFar = null
)
{
    private const string Nothing = "Nothing was asked for and nothing is kept: this says what would be.";
    private const string NoConcern =
        Nothing + " What is declared here about sexual feelings has opened no concern; if it is so, tell the homes manager now.";

    /// <summary>Shows what was foreseen.</summary>
    /// <param name="foreseen">What was foreseen.</param>
    /// <param name="policyVersion">The policy version; null for a draft.</param>
    /// <param name="names">Whether the reader is shown who.</param>
    /// <returns>It, as an answer.</returns>
    public static PlanExplained Of(Foreseen foreseen, int? policyVersion, bool names) =>
        new(
            foreseen.Answers.Any(a => a.Finding?.Id == "L-20") ? NoConcern : Nothing,
            policyVersion,
            foreseen.Answers.All(a => a.Finding is null or { Kind: DutyKind.Override }),
            [.. foreseen.Answers.Select(RuleExplained.Of)],
            foreseen.Quorum,
            [
                .. foreseen
                    .Messages.GroupBy(m => (m.Stage, m.About))
                    .Select(g => new AskedExplained(g.Key.Stage, g.Key.About, g.Count(), names ? [.. g.Select(m => m.Person)] : [])),
            ],
            foreseen.Clocks,
            foreseen.Questions
        );
}
