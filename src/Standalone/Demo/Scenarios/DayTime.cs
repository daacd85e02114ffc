using System.Globalization;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>A time by the home's clock, of any day or of a weekday: <c>17:30</c>, <c>friday 17:30</c>.</summary>
/// <param name="Day">The weekday; null for any.</param>
/// <param name="Time">The time of day.</param>
internal readonly record struct DayTime(DayOfWeek? Day, TimeOnly Time)
{
    /// <summary>Reads a time.</summary>
    public static bool TryParse(string? text, out DayTime time)
    {
        var words = (text ?? "").Split(' ');
        time = default;
        if (!TimeOnly.TryParseExact(words[^1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) || words.Length > 2)
            return false;
        time = new(null, at);
        if (words.Length == 1)
            return true;
        var day = Array.FindIndex(
            CultureInfo.InvariantCulture.DateTimeFormat.DayNames,
            d => d.Equals(words[0], StringComparison.OrdinalIgnoreCase)
        );
        time = new((DayOfWeek)day, at);
        return day >= 0;
    }

    /// <summary>The next such moment.</summary>
    /// <param name="now">After which.</param>
    /// <param name="zone">The home's time zone.</param>
    public DateTimeOffset After(DateTimeOffset now, TimeZoneInfo zone)
    {
        for (var date = TimeZoneInfo.ConvertTime(now, zone).Date; ; date = date.AddDays(1))
        {
            var local = date + Time.ToTimeSpan();
            // An hour that the clocks skip never comes on that day.
            if ((Day is { } day && date.DayOfWeek != day) || zone.IsInvalidTime(local))
                continue;
            var moment = new DateTimeOffset(local, zone.GetUtcOffset(local));
            if (moment > now)
                return moment;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Day is { } day ? $"{day} {Time:HH:mm}" : $"{Time:HH:mm}";
}
