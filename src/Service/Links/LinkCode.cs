using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneToOne.Service.Links;

/// <summary>The short code of a mail's body: nine digits, shown in threes, the last one a check digit (ISO/IEC 7812-1, "Luhn").</summary>
/// <remarks>
/// Digits, because every telephone can type them and every language can say them. The check digit tells a slip of the finger from a
/// guess: what fails it is not well-formed, changes nothing and is not counted. That leaves a hundred million codes, of which five can
/// be tried, by somebody who also holds the link's token.
/// </remarks>
public sealed class LinkCode
{
    private const int Length = 9;
    private const int MaxTyped = 64;

    private readonly string digits;

    private LinkCode(string digits) => this.digits = digits;

    /// <summary>As it is shown: <c>123 456 782</c>.</summary>
    public string Shown => $"{digits[..3]} {digits[3..6]} {digits[6..]}";

    /// <summary>The bare digits, to be sealed.</summary>
    internal string Digits => digits;

    /// <summary>Makes a random code.</summary>
    /// <returns>The code.</returns>
    public static LinkCode Create()
    {
        var body = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        return new(body + (char)('0' + (10 - Sum(body, doubleLast: true) % 10) % 10));
    }

    /// <summary>Reads what somebody typed. White space, dashes, dots and invisible marks are ignored; digits may be of any script.</summary>
    /// <param name="typed">What they typed.</param>
    /// <param name="code">The code, when it is well-formed.</param>
    /// <returns>Whether it is well-formed, which says nothing about whose code it is.</returns>
    public static bool TryParse([NotNullWhen(true)] string? typed, [NotNullWhen(true)] out LinkCode? code)
    {
        code = null;
        if (typed is null or { Length: > MaxTyped })
            return false;
        var digits = new StringBuilder(Length);
        foreach (var character in typed)
        {
            if (char.IsDigit(character))
                digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)));
            else if (!IsDecoration(character))
                return false;
        }
        if (digits.Length == Length && Sum(digits.ToString(), doubleLast: false) % 10 == 0)
            code = new(digits.ToString());
        return code is not null;
    }

    /// <summary>Whether both are the same code, in a time that does not tell how much of it is right.</summary>
    /// <param name="other">The other code.</param>
    /// <returns>Whether they are the same.</returns>
    public bool Matches(LinkCode other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(other.digits));

    /// <summary>Hides the code, so that it cannot reach a log by accident.</summary>
    /// <returns>Nine dots.</returns>
    public override string ToString() => "·········";

    private static bool IsDecoration(char character) =>
        char.IsWhiteSpace(character)
        || character == '.'
        || char.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;

    private static int Sum(string digits, bool doubleLast)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var twice = i % 2 == 0 == doubleLast;
            sum += twice ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return sum;
    }
}
