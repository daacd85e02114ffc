using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

using Rule = Rule<RequestCase>;

/// <summary>Questions of a plan that have no default: silence refuses.</summary>
internal static class AskRules
{
    /// <summary>
    /// Those that a worker answers even when a child asks to talk now: one tap each, and what a yes means must be known before, not after.
    /// </summary>
    public static ImmutableArray<Rule> AtOnce { get; } = [new("G-08", G08), new("G-22", G22), new("L-25", L25)];

    /// <summary>
    /// Those that only a plan made ahead answers. A child who asks to talk now has chosen the occasion and the adult: to write down why nobody
    /// else could do it, or what the child thinks of it, would keep the child waiting; a colleague is told by name at that moment, and a
    /// manager's review looks at the rest.
    /// </summary>
    public static ImmutableArray<Rule> Ahead { get; } =
    [new("G-12", G12), new("G-13", G13), new("L-01", L01), new("childsView", ChildsView)];

    private static Finding? G08(RequestCase c) =>
        c.Plan.Place.Exposure is { } exposure && Enum.IsDefined(exposure)
            ? null
            : Ask(
                "G-08",
                "It is not said whether they are supervised there, unsupervised, isolated or on the street.",
                "Say which.",
                "place.exposure"
            );

    private static Finding? G12(RequestCase c) =>
        c.Plan.Alternatives is { } alternatives && FieldFinding.SaysWhy(alternatives.Reason)
            ? G12AllTheSame(alternatives, c)
            : Ask(
                "G-12",
                "It is not said whether another adult could be there, or whether it could be avoided.",
                "Answer both, and say why it is to be one-to-one all the same.",
                "alternatives"
            );

    private static Finding? G12AllTheSame(Alternatives alternatives, RequestCase c) =>
        alternatives.CouldBeOtherwise && !Wording.SaysSomething(alternatives.Reason, c.Facts.Policy.MinimumNeedLength)
            ? Ask(
                "G-12",
                "It could be avoided, or another adult could be there, and it is not said why it is one-to-one all the same.",
                $"Say why in your own words, in {c.Facts.Policy.MinimumNeedLength} characters or more; or plan it the other way.",
                "alternatives.reason"
            )
            : null;

    private static Finding? G13(RequestCase c) =>
        c.Plan.Contact is { } contact
        && Enum.IsDefined(contact.Method)
        && contact.Emergency != c.Plan.Worker
        && !c.Facts.Child.IsBarred(contact.Emergency)
            ? null
            : Ask(
                "G-13",
                "It is not said how the worker is reached and who is called in an emergency.",
                "Say by what the worker is reached, and name somebody else than the worker.",
                "contact"
            );

    private static Finding? G22(RequestCase c) =>
        c.Plan.EngagedSign is null
            ? Ask("G-22", "It is not said whether a sign tells others that the room is taken.", "Say yes or no.", "engagedSign")
            : null;

    private static Finding? L01(RequestCase c) =>
        c.Plan.FamilyContact is { } effect && Enum.IsDefined(effect)
            ? null
            : Ask(
                "L-01",
                "It is not said what this does to the family contact in the care plan.",
                "Say whether it takes nothing away, stands in its place, or falls on the same time.",
                "familyContact"
            );

    private static Finding? L25(RequestCase c) =>
        c.Plan.PersonalNumbers is null
            ? Ask("L-25", "It is not said whether personal telephone numbers are used.", "Say yes or no.", "personalNumbers")
            : null;

    private static Finding? ChildsView(RequestCase c) =>
        c.Plan.ChildsView is { IsComplete: true }
            ? null
            : Ask(
                "childsView",
                "It is not said what the child thinks of it.",
                "Ask the child, and write down the child's own words; or say why the child could not be asked.",
                "childsView"
            );

    private static Finding Ask(string id, string problem, string lift, string field) => new(id, DutyKind.Ask, problem, lift, field);
}
