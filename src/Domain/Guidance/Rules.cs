using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>One rule of a moment.</summary>
/// <typeparam name="TCase">What it looks at.</typeparam>
/// <param name="Id">The duty it comes from, such as <c>G-16</c>, or a name of our own; what it finds may be a neighbouring duty's.</param>
/// <param name="Judge">The rule: what stands against the case, or null.</param>
internal readonly record struct Rule<TCase>(string Id, Func<TCase, Finding?> Judge);

/// <summary>What one rule answered.</summary>
/// <param name="Id">The duty it comes from, such as <c>G-16</c>, or a name of our own such as <c>worker</c>.</param>
/// <param name="Finding">What stands against it; null when nothing does.</param>
public sealed record RuleAnswer(string Id, Finding? Finding);

/// <summary>Judges by every rule of a moment. Each rule is one small pure function; the tables say which rules hold when.</summary>
public static class Rules
{
    /// <summary>Judges a plan.</summary>
    /// <param name="request">The plan and the registers.</param>
    /// <returns>What stands against it; empty when nothing does.</returns>
    public static ImmutableArray<Finding> Judge(RequestCase request) => Apply(RequestRules.All, request);

    /// <summary>Judges an unplanned start: what needs a decision can't be had at that moment, so it refuses.</summary>
    /// <param name="request">The plan, which starts now, and the registers.</param>
    /// <returns>What stands against it; empty when nothing does.</returns>
    public static ImmutableArray<Finding> JudgeUnplanned(RequestCase request) => Apply(RequestRules.Unplanned, request);

    /// <summary>Judges a start.</summary>
    /// <param name="start">The approved arrangement and the worker's answers.</param>
    /// <returns>What stands against it; empty when nothing does.</returns>
    public static ImmutableArray<Finding> Judge(StartCase start) => Apply(StartRules.All, start);

    /// <summary>Judges a close-out record.</summary>
    /// <param name="closeOut">The record.</param>
    /// <returns>What is missing or of concern; empty when nothing is.</returns>
    public static ImmutableArray<Finding> Judge(CloseOutCase closeOut) => Apply(CloseOutRules.All, closeOut);

    /// <summary>What every rule says of a plan, also those that find nothing.</summary>
    /// <param name="request">The plan and the registers.</param>
    /// <returns>The answers, in the order of the rules.</returns>
    public static ImmutableArray<RuleAnswer> Answers(RequestCase request) => Ask(RequestRules.All, request);

    /// <summary>What every rule says of an unplanned start, also those that find nothing.</summary>
    /// <param name="request">The plan and the registers.</param>
    /// <returns>The answers, in the order of the rules.</returns>
    public static ImmutableArray<RuleAnswer> AnswersUnplanned(RequestCase request) => Ask(RequestRules.Unplanned, request);

    /// <summary>What every rule says of a start, also those that find nothing.</summary>
    /// <param name="start">The approved arrangement and the worker's answers.</param>
    /// <returns>The answers, in the order of the rules.</returns>
    public static ImmutableArray<RuleAnswer> Answers(StartCase start) => Ask(StartRules.All, start);

    private static ImmutableArray<Finding> Apply<TCase>(ImmutableArray<Rule<TCase>> rules, TCase subject)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var rule in rules)
            if (rule.Judge(subject) is { } finding)
                findings.Add(finding);
        return findings.ToImmutable();
    }

    private static ImmutableArray<RuleAnswer> Ask<TCase>(ImmutableArray<Rule<TCase>> rules, TCase subject) =>
        [.. rules.Select(rule => new RuleAnswer(rule.Id, rule.Judge(subject)))];
}
