using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace OneToOne.Domain.People;

/// <summary>A bare address such as <c>anna@example.org</c>: no display name, no quotes, no comment, nothing a mail header could be broken with.</summary>
/// <remarks>
/// The name before the @ may use letters of any script (RFC 6531); the domain may be an internationalised one (IDNA) and has at
/// least one dot. The domain is kept as IDNA reads it, in lower case and in its own script, so that equal addresses compare equal.
/// </remarks>
public sealed record EmailAddress : IParsable<EmailAddress>
{
    /// <summary>The longest address that can be delivered to, in bytes (RFC 5321 with erratum 1690).</summary>
    public const int MaxBytes = 254;

    private const int MaxNameBytes = 64;

    /// <summary>Makes an address from our own text; use <see cref="TryParse(string?, out EmailAddress?)"/> for what comes from outside.</summary>
    /// <param name="value">The address.</param>
    /// <exception cref="FormatException">The text is not a bare address.</exception>
    public EmailAddress(string value) => Value = Normalise(value) ?? throw new FormatException("not a bare e-mail address");

    private EmailAddress(string value, bool _) => Value = value;

    /// <summary>The text of the address.</summary>
    public string Value { get; }

    /// <summary>Reads an address that comes from outside.</summary>
    /// <param name="text">What was given; white space around it is not forgiven.</param>
    /// <param name="address">The address, when the text is one.</param>
    /// <returns>Whether the text is an address.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = Normalise(text) is { } value ? new(value, true) : null;
        return address is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EmailAddress result) =>
        TryParse(s, out result);

    /// <inheritdoc/>
    public static EmailAddress Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string? Normalise(string? text)
    {
        if (text is null || text.Length > MaxBytes || text.LastIndexOf('@') is not (> 0 and var at))
            return null;
        var (name, domain) = (text[..at], text[(at + 1)..]);
        return IsName(name) && ReadDomain(domain) is var (ascii, own) && Encoding.UTF8.GetByteCount(name) + 1 + ascii.Length <= MaxBytes
            ? $"{name}@{own}"
            : null;
    }

    // RFC 5322 dot-atom, with the letters of RFC 6531. A broken surrogate enumerates as U+FFFD, which is no letter.
    private static bool IsName(string name) =>
        name[0] != '.'
        && name[^1] != '.'
        && !name.Contains("..", StringComparison.Ordinal)
        && name.EnumerateRunes().All(IsNameRune)
        && Encoding.UTF8.GetByteCount(name) <= MaxNameBytes;

    private static bool IsNameRune(Rune rune) =>
        rune.IsAscii
            ? Rune.IsLetterOrDigit(rune) || ".!#$%&'*+-/=?^_`{|}~".Contains((char)rune.Value)
            : Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static (string Ascii, string Own)? ReadDomain(string domain)
    {
        try
        {
            var idn = new IdnMapping { UseStd3AsciiRules = true };
            var ascii = idn.GetAscii(domain).ToLowerInvariant();
            var top = ascii.LastIndexOf('.') + 1;
            return top > 0 && top < ascii.Length && char.IsAsciiLetter(ascii[top]) ? (ascii, idn.GetUnicode(ascii)) : null;
        }
        catch (ArgumentException)
        {
            // The framework has no other door for "is this a domain name".
            return null;
        }
    }
}
