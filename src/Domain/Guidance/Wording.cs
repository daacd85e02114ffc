using System.Globalization;
using System.Text.RegularExpressions;

namespace OneToOne.Domain.Guidance;

/// <summary>Whether a text that must say something does.</summary>
public static partial class Wording
{
    /// <summary>The longest text that any field takes, in characters.</summary>
    public const int Longest = 4000;

    /// <summary>The fewest characters of a reason, or of an account of what was done or found.</summary>
    public const int ShortestReason = 10;

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

    /// <summary>Whether a text is more than one word, a full stop or a stock phrase, as a reason or an account is.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it says why, or what.</returns>
    public static bool SaysWhy(string? text) => SaysSomething(text, ShortestReason) && IsMoreThanOneWord(text!);

    // Scripts that put nothing between words have letters without case.
    private static bool IsMoreThanOneWord(string text) =>
        NotWords().Replace(text.Trim(), " ").Trim().Contains(' ', StringComparison.Ordinal)
        || text.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter);

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
