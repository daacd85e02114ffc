using System.Text.RegularExpressions;

namespace OneToOne.Domain.Guidance;

/// <summary>Whether a text that must say something does.</summary>
public static partial class Wording
{
    /// <summary>The longest text that any field takes, in characters.</summary>
    public const int Longest = 4000;

    private const int FewestDifferentLetters = 5;

    /// <summary>Whether a text is more than a few characters, one key held down, or a stock phrase.</summary>
    /// <param name="text">The text.</param>
    /// <param name="atLeast">The fewest characters, without white space around them.</param>
    /// <returns>Whether it says something.</returns>
    public static bool SaysSomething(string? text, int atLeast)
    {
        var words = NotWords().Replace((text ?? "").Trim().ToLowerInvariant(), " ").Trim();
        return (text ?? "").Trim().Length >= atLeast
            && words.Where(char.IsLetter).Distinct().Take(FewestDifferentLetters).Count() == FewestDifferentLetters
            && StockPhrases().Replace(words, "").Count(char.IsLetterOrDigit) * 2 >= atLeast;
    }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotWords();

    [GeneratedRegex(
        @"\b(not applicable|nothing to add|no comment|to be (confirmed|completed|advised|decided)|as (usual|normal|above|before|discussed|agreed|per [a-z]+)"
            + @"|see (above|below|previous|file|notes?|care plan)|same as (above|before|last time|usual)|copy of previous|one to one (time|session|meeting)?"
            + @"|lorem ipsum|test(ing)?|n a|tbc|tba|none|nil|nothing)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex StockPhrases();
}
