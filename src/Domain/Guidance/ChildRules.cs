using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;

namespace OneToOne.Domain.Guidance;

/// <summary>What a plan owes to this child: how the child feels about being alone with adults, and the child's own strategy.</summary>
internal static class ChildRules
{
    private const string StrategyId = "L-15";

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
        StrategyOf(c.Facts) is { } strategy && Outside(c.Plan, strategy) is [var field, ..]
            ? new(
                StrategyId,
                DutyKind.Override,
                "This is outside the strategy for this child.",
                $"{Within(strategy)}; or a homes or service manager decides.",
                field
            )
            : null;

    /// <summary>
    /// No session runs out of the strategy, nor out of the longer time that was allowed beforehand: nobody can be asked for a decision in the
    /// middle of it.
    /// </summary>
    public static Finding? L15Extended(Arrangement session, TimeSpan length, Facts facts) =>
        StrategyOf(facts) is { } strategy && LongestOf(session, strategy) is var longest && length > longest
            ? new(
                StrategyId,
                DutyKind.Hard,
                "It would go on longer than the strategy for this child allows.",
                $"End it within {longest.TotalMinutes:0} minutes of its start, and make a new request; or speak to your senior colleague.",
                "by"
            )
            : null;

    // A decision about a place or a purpose says nothing of the time.
    private static TimeSpan LongestOf(Arrangement session, Strategy strategy) =>
        session.Allows(StrategyId) && session.Plan.Length > strategy.Longest ? session.Plan.Length : strategy.Longest;

    private static Strategy? StrategyOf(Facts facts) => facts.ChildAssessment?.InForce?.Content.Child?.Strategy;

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
