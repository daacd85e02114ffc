using System.Globalization;

namespace OneToOne.Service.Letters;

/// <summary>Says moments and lengths as people at the home say them.</summary>
internal static class HomeTime
{
    /// <summary>A moment by the home's clock, such as <c>Sunday 1 March 2026, 18:00 (Europe/London)</c>.</summary>
    public static string Moment(DateTimeOffset at, string timeZone)
    {
        var local = In(at, timeZone);
        return string.Create(CultureInfo.InvariantCulture, $"{local:dddd d MMMM yyyy, HH:mm}{Which(local, timeZone)} ({timeZone})");
    }

    /// <summary>By when something is to be done: the end of a day is said as that, since midnight reads as either end of it.</summary>
    public static string Deadline(DateTimeOffset at, string timeZone)
    {
        var local = In(at, timeZone);
        return local.TimeOfDay > TimeSpan.Zero
            ? Moment(at, timeZone)
            : string.Create(CultureInfo.InvariantCulture, $"the end of {local.Date.AddDays(-1):dddd d MMMM yyyy} ({timeZone})");
    }

    /// <summary>The time of day by the home's clock, such as <c>18:00</c>.</summary>
    public static string Hour(DateTimeOffset at, string timeZone)
    {
        var local = In(at, timeZone);
        return string.Create(CultureInfo.InvariantCulture, $"{local:HH:mm}{Which(local, timeZone)}");
    }

    /// <summary>A length, such as <c>1 hour 30 minutes</c>.</summary>
    public static string Length(TimeSpan length)
    {
        var (hours, minutes) = ((int)length.TotalHours, length.Minutes);
        return (hours, minutes) switch
        {
            (0, _) => Count(minutes, "minute"),
            (_, 0) => Count(hours, "hour"),
            _ => $"{Count(hours, "hour")} {Count(minutes, "minute")}",
        };
    }

    private static DateTimeOffset In(DateTimeOffset at, string timeZone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    // In the night when the clocks go back, one hour comes twice.
    private static string Which(DateTimeOffset local, string timeZone) =>
        TimeZoneInfo.FindSystemTimeZoneById(timeZone).IsAmbiguousTime(local.DateTime)
            ? string.Create(CultureInfo.InvariantCulture, $" UTC{local:zzz}")
            : "";

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
