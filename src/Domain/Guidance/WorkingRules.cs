using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>The organisation's agreed working arrangements (G-17).</summary>
public static class WorkingRules
{
    /// <summary>Whether a plan lies outside all of them, so that a manager and the family both approve it, whatever the policy says else.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="facts">The policy that it is judged under, and the home, whose clock counts.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsOutside(Plan plan, Facts facts) =>
        !facts.Policy.WorkingArrangements.Any(agreed => agreed.Covers(plan, facts.Home));

    /// <summary>What starts now has no approvals, and none can be had afterwards.</summary>
    internal static Finding? G17Unplanned(RequestCase c) =>
        IsOutside(c.Plan, c.Facts)
            ? new(
                "G-17",
                DutyKind.Hard,
                "This is outside the hours, places and purposes that the organisation has agreed on.",
                "Listen where others are, and make a request: a manager and a parent or carer both approve it beforehand.",
                "start"
            )
            : null;

    /// <summary>No agreement takes an occasion out of them: both approvals are given to that occasion itself.</summary>
    internal static Finding? G17Occasion(Plan occasion, Facts facts) =>
        IsOutside(occasion, facts)
            ? new(
                "G-17",
                DutyKind.Hard,
                "This occasion is outside the hours, places and purposes that the organisation has agreed on, and no agreement covers that.",
                "Make an ordinary request for this occasion: a manager and a parent or carer both approve it beforehand.",
                "start"
            )
            : null;

    /// <summary>What was approved as lying within them does not run out of them.</summary>
    internal static Finding? G17Extended(Plan plan, DateTimeOffset end, Facts facts) =>
        !IsOutside(plan, facts) && IsOutside(plan with { Length = end - plan.Start }, facts)
            ? new(
                "G-17",
                DutyKind.Hard,
                "It would go on outside the hours that the organisation has agreed on, and nobody has approved that.",
                "Finish in time, and make a request for another day.",
                "by"
            )
            : null;
}
