using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

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

    private static ImmutableArray<Finding> Apply<TCase>(ImmutableArray<Func<TCase, Finding?>> rules, TCase subject)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var rule in rules)
            if (rule(subject) is { } finding)
                findings.Add(finding);
        return findings.ToImmutable();
    }
}
