using System.Collections.Immutable;

namespace OneToOne.Domain.Concerns;

/// <summary>
/// Counts working days by the calendar of a home: Monday to Friday without bank holidays, from midnight to midnight in its time zone. A day
/// that the table does not know is a working day, so that a table that ran out makes a deadline come too soon and never too late.
/// </summary>
public static class WorkingDays
{
    /// <summary>The bank holidays of England and Wales, 2026 to 2028: what holds where a policy names none.</summary>
    public static ImmutableArray<DateOnly> EnglandAndWales { get; } =
    [
        new(2026, 1, 1),
        new(2026, 4, 3),
        new(2026, 4, 6),
        new(2026, 5, 4),
        new(2026, 5, 25),
        new(2026, 8, 31),
        new(2026, 12, 25),
        new(2026, 12, 28),
        new(2027, 1, 1),
        new(2027, 3, 26),
        new(2027, 3, 29),
        new(2027, 5, 3),
        new(2027, 5, 31),
        new(2027, 8, 30),
        new(2027, 12, 27),
        new(2027, 12, 28),
        new(2028, 1, 3),
        new(2028, 4, 14),
        new(2028, 4, 17),
        new(2028, 5, 1),
        new(2028, 5, 29),
        new(2028, 8, 28),
        new(2028, 12, 25),
        new(2028, 12, 26),
    ];

    /// <summary>
    /// The moment by which so many working days have gone by: the same time of day on a later working day. What comes on a day off counts from
    /// the midnight that begins the next working day. With none, the end of the working day.
    /// </summary>
    /// <param name="from">From when.</param>
    /// <param name="days">How many working days.</param>
    /// <param name="bankHolidays">The bank holidays.</param>
    /// <param name="timeZone">The IANA name of the home's time zone.</param>
    /// <returns>The moment.</returns>
    public static DateTimeOffset After(DateTimeOffset from, int days, ImmutableArray<DateOnly> bankHolidays, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = TimeZoneInfo.ConvertTime(from, zone).DateTime;
        if (!IsWorkingDay(local))
            local = NextMorning(local);
        if (days == 0)
            return At(local.Date.AddDays(1));
        for (; days > 0; days--)
            local = NextMorning(local) + local.TimeOfDay;
        return At(local);

        bool IsWorkingDay(DateTime day) =>
            day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !bankHolidays.Contains(DateOnly.FromDateTime(day));

        DateTime NextMorning(DateTime day)
        {
            do day = day.Date.AddDays(1);
            while (!IsWorkingDay(day));
            return day;
        }

        DateTimeOffset At(DateTime moment) => new DateTimeOffset(moment, zone.GetUtcOffset(moment)).ToUniversalTime();
    }
}
