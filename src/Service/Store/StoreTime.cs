using System.Globalization;

namespace OneToOne.Service.Store;

/// <summary>Moments as declared fields hold them: UTC, fixed width, so that ordinal order is the order of time.</summary>
public static class StoreTime
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>Writes a moment, in 28 characters.</summary>
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The UTC day of a moment.</summary>
    /// <param name="moment">Any offset.</param>
    /// <returns>Ten characters, <c>yyyy-MM-dd</c>, which sort as text in the order of time.</returns>
    public static string Day(DateTimeOffset moment) => Text(moment)[..10];

    /// <summary>Reads what <see cref="Text"/> wrote. Throws <see cref="FormatException"/> for anything else.</summary>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
