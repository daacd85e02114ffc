using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>Which rules judge a close-out record. What it lacks is refused; what it says is kept as a concern (<see cref="DutyKind.Record"/>).</summary>
internal static class CloseOutRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Rule<CloseOutCase>> All { get; } =
    [new("summary", Summary), new("G-23", G23), new("L-19", L19), new("L-20", L20)];

    private static Finding? Summary(CloseOutCase c) =>
        FieldFinding.IsText(c.CloseOut.Summary)
            ? null
            : new(
                "summary",
                DutyKind.Ask,
                "The record does not say what was done.",
                "Say what was done and what it was good for.",
                "summary"
            );

    private static Finding? G23(CloseOutCase c) =>
        c.CloseOut.ChildDistressedOrAngry && !FieldFinding.IsText(c.CloseOut.Distress)
            ? new("G-23", DutyKind.Ask, "The child was distressed or angry, and it is not said how.", "Say what happened.", "distress")
            : null;

    private static Finding? L19(CloseOutCase c) =>
        (c.Plan.Place.Setting, c.CloseOut.DoorConditionKept) switch
        {
            (not Setting.Bedroom, _) or (_, true) => null,
            (_, null) => new(
                "L-19",
                DutyKind.Ask,
                "Whether what was stated for the bedroom's door was kept is not answered.",
                "Answer yes or no.",
                "doorConditionKept"
            ),
            _ => new(
                "L-19",
                DutyKind.Record,
                "What was stated for the bedroom's door was not kept.",
                "The homes manager looks into it.",
                "doorConditionKept"
            ),
        };

    private static Finding? L20(CloseOutCase c) =>
        c.CloseOut.SexualFeelings == SexualFeelingsDeclaration.No
            ? null
            : new("L-20", DutyKind.Record, "This answer is a safeguarding concern.", "The homes manager looks into it.", "sexualFeelings");
}
