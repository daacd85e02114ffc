using System.Collections.Immutable;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Guidance;

using Rule = Func<RequestCase, Finding?>;

/// <summary>Which rules judge a plan.</summary>
internal static class RequestRules
{
    /// <summary>Those that a homes or service manager may lift (L-06).</summary>
    private static readonly ImmutableArray<Rule> Liftable = [PlanRules.G19, PlanRules.L18, PlanRules.L23];

    private static readonly ImmutableArray<Rule> Always =
    [
        c => RegisterRules.Worker(c.Facts, c.Now),
        PlanRules.Start,
        PlanRules.Length,
        PlanRules.CheckIn,
        PlanRules.PlaceName,
        RegisterRules.L21,
        PlanRules.L20,
        c => RegisterRules.G16(c.Facts, c.Now),
        c => RegisterRules.G18(c.Facts, c.Now),
        c => RegisterRules.L17(c.Facts, c.Now),
    ];

    /// <summary>The rules at request and at every change.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        .. Always,
        PlanRules.G03,
        PlanRules.G05,
        G06,
        c => RegisterRules.G15(c.Facts, c.Now),
        PlanRules.G20,
        PlanRules.G21,
        PlanRules.L16,
        PlanRules.L19,
        .. Liftable,
    ];

    /// <summary>The rules for a session that starts now because the child asks to talk.</summary>
    public static ImmutableArray<Rule> Unplanned { get; } =
    [
        .. Always,
        L03,
        UnplannedLength,
        c => RegisterRules.G15Unplanned(c.Facts, c.Now),
        c => RegisterRules.OnCall(c.Facts, c.Now),
        .. Liftable.Select(WithoutDecision),
    ];

    // There is no manager who could decide (G-06).
    private static Finding? G06(RequestCase c) =>
        c.Facts.Worker.Engagement is Engagement.Independent
        && Liftable.Select(rule => rule(c)).FirstOrDefault(f => f is not null) is { } found
            ? new(
                "G-06",
                DutyKind.Hard,
                $"{found.Problem} For a worker outside any organisation nobody can allow it.",
                "Plan it another way.",
                found.Field
            )
            : null;

    private static Finding? L03(RequestCase c) =>
        c.Facts.ChildAssessment?.InForce?.Content.PermitsUnplannedStart == true
            ? null
            : new(
                "L-03",
                DutyKind.Hard,
                "The child's assessment does not permit a start that was not planned.",
                "Talk where others are, or make a request."
            );

    private static Finding? UnplannedLength(RequestCase c) =>
        c.Plan.Length > c.Facts.Policy.UnplannedLongest
            ? new(
                "length",
                DutyKind.Hard,
                "This is too long for a start that was not planned.",
                $"Give at most {c.Facts.Policy.UnplannedLongest.TotalMinutes:0} minutes.",
                "length"
            )
            : null;

    // A decision can't be had at that moment, so what needs one is refused.
    private static Rule WithoutDecision(Rule rule) =>
        c =>
            rule(c) is { } found
                ? found with
                {
                    Kind = DutyKind.Hard,
                    Lift = "Stay in a shared room of the home, or make a request.",
                }
                : null;
}
