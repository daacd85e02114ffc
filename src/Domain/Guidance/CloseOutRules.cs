using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>Which rules judge a close-out record. What it lacks is refused; what it says is kept as a concern (<see cref="DutyKind.Record"/>).</summary>
internal static class CloseOutRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Rule<CloseOutCase>> All { get; } =
    [
        new("L-31", L31),
        new("G-23", G23),
        new("G-24", G24),
        new("L-19", L19),
        new("L-20", L20),
        new("L-25", L25),
        new("L-29", L29),
        new("L-32", L32),
        new("childsView", View),
    ];

    private static Finding? L31(CloseOutCase c) =>
        FieldFinding.SaysWhy(c.CloseOut.Summary)
            ? null
            : new("L-31", DutyKind.Ask, "The record does not say what was done.", "Say what was done and what it was good for.", "summary");

    private static Finding? G23(CloseOutCase c) =>
        c.CloseOut.ChildDistressedOrAngry switch
        {
            null => Unanswered("G-23", "Whether the child was distressed or angry", "childDistressedOrAngry"),
            true when !FieldFinding.IsText(c.CloseOut.Distress) => new(
                "G-23",
                DutyKind.Ask,
                "The child was distressed or angry, and it is not said how.",
                "Say what happened.",
                "distress"
            ),
            _ => null,
        };

    private static Finding? G24(CloseOutCase c) =>
        c.CloseOut.NeedsChanged is null ? Unanswered("G-24", "Whether the child's needs or circumstances changed", "needsChanged") : null;

    private static Finding? L19(CloseOutCase c) =>
        (c.Plan.Place.Setting, c.CloseOut.DoorConditionKept) switch
        {
            (not Setting.Bedroom, _) or (_, true) => null,
            (_, null) when IsAsAgreed(c) => null,
            (_, null) => Unanswered("L-19", "Whether what was stated for the bedroom's door was kept", "doorConditionKept"),
            _ => new(
                "L-19",
                DutyKind.Record,
                "What was stated for the bedroom's door was not kept.",
                "The homes manager looks into it.",
                "doorConditionKept"
            ),
        };

    private static Finding? L20(CloseOutCase c) =>
        c.CloseOut.SexualFeelings switch
        {
            SexualFeelingsDeclaration.No => null,
            null => Unanswered("L-20", "Whether any of it had to do with sexual feelings", "sexualFeelings"),
            _ => new(
                "L-20",
                DutyKind.Record,
                "This answer is a safeguarding concern.",
                "The homes manager looks into it.",
                "sexualFeelings"
            ),
        };

    private static Finding? L25(CloseOutCase c) =>
        c.CloseOut.PersonalNumbers switch
        {
            null when !IsAsAgreed(c) => Unanswered("L-25", "Whether personal telephone numbers were given or used", "personalNumbers"),
            // It can't be allowed afterwards. Where it was asked for beforehand, it was allowed then.
            true when c.Plan.PersonalNumbers != true => new(
                "L-25",
                DutyKind.Record,
                "Personal telephone numbers were given or used, and nobody had allowed it.",
                "The homes manager looks into it.",
                "personalNumbers"
            ),
            _ => null,
        };

    private static Finding? L29(CloseOutCase c) =>
        c.CloseOut.PrivateMatters is null && !IsAsAgreed(c)
            ? Unanswered("L-29", "Whether the worker told anything private of their own", "privateMatters")
            : null;

    private static Finding? L32(CloseOutCase c) =>
        c.CloseOut.PhysicalContact switch
        {
            null when IsAsAgreed(c) => null,
            null => Unanswered("L-32", "Whether there was physical contact", "physicalContact"),
            true when !FieldFinding.IsText(c.CloseOut.Contact) => new(
                "L-32",
                DutyKind.Ask,
                "There was physical contact, and it is not said which.",
                "Say what it was and why.",
                "contact"
            ),
            _ => null,
        };

    private static Finding? View(CloseOutCase c) =>
        c.CloseOut.ChildsView is { IsComplete: true }
            ? null
            : new(
                "childsView",
                DutyKind.Ask,
                "What the child says of it is missing.",
                "Say whether the child was comfortable and, if not, what the child said; or why the child could not be asked.",
                "childsView"
            );

    // Where it rested on an agreement's approvals, one answer stands for what was agreed with it.
    private static bool IsAsAgreed(CloseOutCase c) => c.IsUnderAgreement && c.CloseOut.AsAgreed == true;

    private static Finding Unanswered(string id, string what, string field) =>
        new(id, DutyKind.Ask, $"{what} is not answered.", "Answer it; nothing is answered for you.", field);
}
