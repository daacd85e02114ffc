using OneToOne.Domain.Homes;

namespace OneToOne.Service.Inspection;

/// <summary>A period of an inspection: whole days by the home's calendar.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Begins">When it begins.</param>
/// <param name="Ends">When the day after it begins.</param>
internal sealed record Period(DateOnly From, DateOnly To, DateTimeOffset Begins, DateTimeOffset Ends)
{
    /// <summary>The longest that one report covers: a year and a day.</summary>
    public const int LongestDays = 366;

    /// <summary>The period between two days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="home">The home whose calendar it is.</param>
    /// <returns>The period; null when it ends before it begins or is too long.</returns>
    public static Period? Of(DateOnly from, DateOnly to, Home home) =>
        to < from || to.DayNumber - from.DayNumber >= LongestDays || to == DateOnly.MaxValue
            ? null
            : new(from, to, Midnight(from, home), Midnight(to.AddDays(1), home));

    /// <summary>Whether a moment lies in it.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>Whether it does.</returns>
    public bool Includes(DateTimeOffset at) => Begins <= at && at < Ends;

    /// <summary>Whether something that goes on from one moment to another goes on within it.</summary>
    /// <param name="from">Since when.</param>
    /// <param name="until">Until when; null when it still goes on.</param>
    /// <returns>Whether it does.</returns>
    public bool Meets(DateTimeOffset from, DateTimeOffset? until) => from < Ends && !(until < Begins);

    // Where the clocks go forward at midnight, the day begins an hour later.
    private static DateTimeOffset Midnight(DateOnly day, Home home)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(home.TimeZone);
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
