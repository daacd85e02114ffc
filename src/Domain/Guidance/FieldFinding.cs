namespace OneToOne.Domain.Guidance;

/// <summary>How a register says that one of its fields is not as it must be.</summary>
internal static class FieldFinding
{
    public const int LongestName = 200;

    public static Finding Of(string register, string field, string rule) =>
        new(register, DutyKind.Hard, $"{field} is not as it must be.", $"{field} {rule}.", field);

    /// <summary>Whether a text is one visible line of at most <see cref="LongestName"/> characters.</summary>
    public static bool IsLine(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= LongestName && !text.Any(char.IsControl) && IsWellFormed(text);

    /// <summary>Whether a text says something in at most <see cref="Wording.Longest"/> characters.</summary>
    public static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= Wording.Longest && IsWellFormed(text);

    /// <summary>Whether a text says why, or what was done or found, in at most <see cref="Wording.Longest"/> characters.</summary>
    public static bool SaysWhy(string? text) => IsText(text) && Wording.SaysWhy(text);

    public static bool AreDistinct<T>(IEnumerable<T> items)
        where T : notnull => items.GroupBy(item => item).All(group => group.Count() == 1);

    // A lone surrogate cannot be stored as UTF-8 and read back the same.
    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);
}
