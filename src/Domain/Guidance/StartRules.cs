using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>Which rules judge a start.</summary>
internal static class StartRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Rule<StartCase>> All { get; } =
    [
        new("worker", c => RegisterRules.Worker(c.Facts, c.Now)),
        new("G-05", G05),
        new("G-08", TrainingRules.G08Now),
        new("G-15", c => RegisterRules.G15(c.Facts, c.Now)),
        new("G-16", c => RegisterRules.G16(c.Facts, c.Now)),
        new("G-18", c => RegisterRules.G18(c.Facts, c.Now)),
        new("L-17", c => RegisterRules.L17(c.Facts, c.Now)),
        new("onCall", c => RegisterRules.OnCall(c.Facts, c.Now)),
        new("G-20", G20),
        new("L-19", L19),
        new("agreement", CompanyRules.Agreement),
        new(CompanyRules.Id, CompanyRules.Company),
        new(CompanyRules.Id, CompanyRules.Elsewhere),
        .. ReadingRules.AtStart,
    ];

    private static Finding? G05(StartCase c)
    {
        var safeguards = c.Arrangement.Plan.Safeguards;
        for (var i = 0; i < safeguards.Length; i++)
            if (safeguards[i].Required && !c.Start.SafeguardsConfirmed.Contains(i))
                return new(
                    "G-05",
                    DutyKind.Hard,
                    "A required safeguard is not confirmed.",
                    $"See that it is in place, and confirm it: {safeguards[i].What}",
                    $"safeguardsConfirmed[{i}]"
                );
        return null;
    }

    private static Finding? G20(StartCase c) =>
        c.Arrangement.Told.Any(told => Knows(told, c))
            ? null
            : new(
                "G-20",
                DutyKind.Hard,
                "Nobody is known to have been told of this plan.",
                "One of those to be told opens the notice, or a colleague records that they were told in person or by telephone.",
                "inform"
            );

    private static Finding? L19(StartCase c) =>
        c.Arrangement.Plan.Place.Setting == Setting.Bedroom && c.Start.DoorConditionConfirmed != true
            ? new(
                "L-19",
                DutyKind.Hard,
                "What was stated for the bedroom's door is not confirmed.",
                $"See that it holds, and confirm it: {c.Arrangement.Plan.Place.DoorCondition}",
                "doorConditionConfirmed"
            )
            : null;

    private static bool Knows(Told told, StartCase c) =>
        told.Person != c.Arrangement.Plan.Worker
        && told.Digest == c.Arrangement.ApprovalRound?.Digest
        && c.Arrangement.Plan.Inform.Contains(told.Person)
        && !c.Facts.Child.IsBarred(told.Person);
}
