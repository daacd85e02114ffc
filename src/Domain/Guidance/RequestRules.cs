using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Guidance;

using Rule = Rule<RequestCase>;

/// <summary>Which rules judge a plan.</summary>
internal static class RequestRules
{
    /// <summary>Those that a homes or service manager may lift (L-06).</summary>
    private static readonly ImmutableArray<Rule> Liftable =
    [
        new("G-08", TrainingRules.G08),
        new("G-19", PlanRules.G19),
        new("G-22", DepartureRules.G22),
        new("L-01", DepartureRules.L01),
        new("L-12", ChildRules.L12),
        new("L-15", ChildRules.L15),
        new("L-18", PlanRules.L18),
        new("L-23", PlanRules.L23),
        new("L-25", DepartureRules.L25),
    ];

    private static readonly ImmutableArray<Rule> Always =
    [
        new("G-01", G01),
        new("worker", c => RegisterRules.Worker(c.Facts, c.Now)),
        new("start", PlanRules.Start),
        new("length", PlanRules.Length),
        new("checkInEvery", PlanRules.CheckIn),
        new("L-21", PlanRules.PlaceName),
        new("L-21", RegisterRules.L21),
        new("L-20", PlanRules.L20),
        new("G-16", c => RegisterRules.G16(c.Facts, c.Now)),
        new("G-18", c => RegisterRules.G18(c.Facts, c.Now)),
        new("L-17", c => RegisterRules.L17(c.Facts, c.Now)),
        new("G-07", TrainingRules.G07),
        .. AskRules.AtOnce,
        .. StandingRules.All,
    ];

    /// <summary>The rules at request and at every change.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        .. Always,
        new("G-03", PlanRules.G03),
        new("G-05", PlanRules.G05),
        new("G-06", G06),
        new("G-15", c => RegisterRules.G15(c.Facts, c.Now)),
        new("L-14", c => RegisterRules.L14(c.Facts, c.Now)),
        new("G-20", PlanRules.G20),
        new("G-21", PlanRules.G21),
        new("L-16", PlanRules.L16),
        new("L-19", PlanRules.L19),
        .. AskRules.Ahead,
        .. Liftable,
    ];

    /// <summary>The rules for a session that starts now because the child asks to talk.</summary>
    public static ImmutableArray<Rule> Unplanned { get; } =
    [
        .. Always,
        new("L-03", L03),
        new("L-03", L03Purpose),
        new("G-20", G20Review),
        new(CompanyRules.Id, CompanyRules.ElsewhereUnplanned),
        new(CompanyRules.Id, CompanyRules.AloneUnplanned),
        new("length", UnplannedLength),
        new("G-15", c => RegisterRules.G15Unplanned(c.Facts, c.Now)),
        new("L-14", c => RegisterRules.L14(c.Facts, c.Now)),
        new("G-17", WorkingRules.G17Unplanned),
        new("onCall", c => RegisterRules.OnCall(c.Facts, c.Now)),
        .. ReadingRules.Unplanned,
        .. Liftable.Select(WithoutDecision),
    ];

    private static Finding? G01(RequestCase c) =>
        c.Facts.Policy.Adopted is null
            ? null
            : new(
                "G-01",
                DutyKind.Hard,
                "The organisation has no policy on one-to-one time yet.",
                "An administrator or a service manager sets one: PUT /api/policy; {} adopts what is proposed."
            );

    // There is no manager who could decide (G-06).
    private static Finding? G06(RequestCase c) =>
        c.Facts.Worker.Engagement is Engagement.Independent
        && Liftable.Select(rule => rule.Judge(c)).FirstOrDefault(f => f is not null) is { } found
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

    private static Finding? L03Purpose(RequestCase c) =>
        c.Plan.Purpose == Purpose.Talk
            ? null
            : new(
                "L-03",
                DutyKind.Hard,
                "Only a talk that the child asks for starts without a plan.",
                "Make a request for anything else.",
                "purpose"
            );

    // Else unplanned starts, one after another, would stand in the place of approvals.
    private static Finding? G20Review(RequestCase c) =>
        (c.Facts.Company ?? []).Any(other =>
            other.OwedReview is not null && other.Plan.Worker == c.Plan.Worker && other.Plan.Child == c.Plan.Child
        )
            ? new(
                "G-20",
                DutyKind.Hard,
                "The last start of these two that was not planned has not been reviewed yet.",
                "A manager of the home reviews it; until then talk where others are, or make a request."
            )
            : null;

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
        new(
            rule.Id,
            c =>
                rule.Judge(c) is { } found
                    ? found with
                    {
                        Kind = DutyKind.Hard,
                        Lift = "Stay in a shared room of the home and do without it, or make a request.",
                    }
                    : null
        );
}
