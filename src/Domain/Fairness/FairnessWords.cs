using System.Globalization;

namespace OneToOne.Domain.Fairness;

/// <summary>Every sentence about how time is given (L-28): something to look at and ask about, never a reproach.</summary>
public static class FairnessWords
{
    /// <summary>What stands above the whole.</summary>
    public const string About =
        "This shows how one-to-one time was shared. It is something to look at and to ask about; there are often good reasons, and numbers know none of them.";

    /// <summary>In the place of anything said of few sessions.</summary>
    public const string TooFew = "There were too few sessions to say anything.";

    /// <summary>How time compares with what is allocated, or that nothing is.</summary>
    /// <param name="hours">The hours.</param>
    /// <param name="allocated">The hours allocated for the period; null when none are.</param>
    /// <returns>One sentence.</returns>
    public static string Compared(double hours, double? allocated) =>
        allocated is { } expected
            ? string.Create(CultureInfo.InvariantCulture, $"{hours:0.#} hours, where {expected:0.#} are allocated.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{hours:0.#} hours; none are allocated, so there is nothing to hold them against."
            );

    /// <summary>What a pattern is.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="times">How often, where it is counted.</param>
    /// <returns>One sentence.</returns>
    public static string Of(FairnessPattern pattern, int times) =>
        pattern switch
        {
            FairnessPattern.AboveAllocation => "There was a good deal more time than is allocated. Does the allocation still fit?",
            FairnessPattern.SecludedPlaces => $"{times} sessions were in secluded places. Would another place do as well?",
            FairnessPattern.Overruns => $"{times} sessions took longer than planned. Is the planned time too short?",
            FairnessPattern.SameOverrider => $"The same person allowed a departure {times} times. Might somebody else decide the next one?",
            FairnessPattern.LateHours => $"{times} sessions were in late hours. Is there a time earlier in the day?",
            FairnessPattern.LittleTime => "This child had little or no one-to-one time. Would they like some, and with whom?",
            _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
        };
}
