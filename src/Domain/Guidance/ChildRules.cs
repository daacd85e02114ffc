using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;

namespace OneToOne.Domain.Guidance;

/// <summary>What a plan owes to this child: how the child feels about being alone with adults, and the child's own strategy.</summary>
internal static class ChildRules
{
    public static Finding? L12(RequestCase c) =>
        IsNotComfortable(c) && !FieldFinding.SaysWhy(c.Plan.ComfortMitigation)
            ? new(
                "L-12",
                DutyKind.Override,
                "This child is not comfortable alone with an adult, and nothing is planned for it.",
                "Say what is done so that the child is at ease; or a homes or service manager decides.",
                "comfortMitigation"
            )
            : null;

    public static Finding? L15(RequestCase c) =>
        c.Facts.ChildAssessment?.InForce?.Content.Child?.Strategy is { } strategy && Outside(c.Plan, strategy) is [var field, ..]
            ? new(
                "L-15",
                DutyKind.Override,
                "This is outside the strategy for this child.",
                $"{Within(strategy)}; or a homes or service manager decides.",
                field
            )
            : null;

    private static bool IsNotComfortable(RequestCase c) =>
        c.Plan.ChildsView?.Comfortable == false
        || c.Facts.ChildAssessment?.InForce?.Content.Child?.NotComfortableAlone is NotComfortableAlone.Yes;

    private static string[] Outside(Plan plan, Strategy strategy) =>
        [
            .. plan.Purposes.Where(Enum.IsDefined).All(strategy.Purposes.Contains) ? Array.Empty<string>() : ["purpose"],
            .. plan.Settings.Where(Enum.IsDefined).All(strategy.Settings.Contains) ? Array.Empty<string>() : ["place.setting"],
            .. plan.Longest <= strategy.Longest ? Array.Empty<string>() : ["length"],
        ];

    private static string Within(Strategy strategy) =>
        strategy.Purposes.IsEmpty || strategy.Settings.IsEmpty
            ? "Have the strategy reviewed, which allows none"
            : $"Plan it for one of {Names(strategy.Purposes)}, in one of {Names(strategy.Settings)}, for at most "
                + $"{strategy.Longest.TotalMinutes:0} minutes";

    // As a request says them.
    private static string Names<T>(ImmutableArray<T> values)
        where T : struct, Enum => string.Join(", ", values.Select(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString())));
}
