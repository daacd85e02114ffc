using System.Collections.Immutable;
using OneToOne.Domain.Homes;

namespace OneToOne.Domain.Arrangements;

/// <summary>What a standing agreement allows again and again until a date, once it has been approved.</summary>
/// <param name="AlsoWorkers">The workers besides the plan's own who may be the one.</param>
/// <param name="Purposes">What the occasions may be for; the plan's own purpose is one of them.</param>
/// <param name="Settings">The kinds of place; that of the plan's own place is one of them.</param>
/// <param name="Window">The hours of the week.</param>
/// <param name="Longest">The longest occasion, whole minutes.</param>
/// <param name="ValidUntil">When it ends by itself.</param>
public sealed record StandingTerms(
    ImmutableArray<PersonId> AlsoWorkers,
    ImmutableArray<Purpose> Purposes,
    ImmutableArray<Setting> Settings,
    WeeklyWindow Window,
    TimeSpan Longest,
    DateTimeOffset ValidUntil
)
{
    /// <inheritdoc/>
    public bool Equals(StandingTerms? other) =>
        other is not null
        && AlsoWorkers.SequenceEqual(other.AlsoWorkers)
        && Purposes.SequenceEqual(other.Purposes)
        && Settings.SequenceEqual(other.Settings)
        && Window == other.Window
        && Longest == other.Longest
        && ValidUntil == other.ValidUntil;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(AlsoWorkers.Length, Purposes.Length, Settings.Length, Window, Longest, ValidUntil);
}

/// <summary>The hours of a week, by the home's clock.</summary>
/// <param name="Days">The days.</param>
/// <param name="From">From when on each of them.</param>
/// <param name="Until">Until when; later on the same day.</param>
public sealed record WeeklyWindow(ImmutableArray<DayOfWeek> Days, TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether a whole occasion lies in it.</summary>
    /// <param name="start">Its start.</param>
    /// <param name="end">Its end.</param>
    /// <param name="home">The home whose clock counts.</param>
    /// <returns>True when it begins and ends within the hours of one of the days.</returns>
    public bool Holds(DateTimeOffset start, DateTimeOffset end, Home home)
    {
        ArgumentNullException.ThrowIfNull(home);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(home.TimeZone);
        var (begins, ends) = (TimeZoneInfo.ConvertTime(start, zone).DateTime, TimeZoneInfo.ConvertTime(end, zone).DateTime);
        return Days.Contains(begins.DayOfWeek) && begins >= begins.Date + From.ToTimeSpan() && ends <= begins.Date + Until.ToTimeSpan();
    }

    /// <summary>When it next opens.</summary>
    /// <param name="after">Later than this.</param>
    /// <param name="home">The home whose clock counts.</param>
    /// <returns>The moment; none of its days gives the first day after.</returns>
    public DateTimeOffset NextAfter(DateTimeOffset after, Home home)
    {
        ArgumentNullException.ThrowIfNull(home);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(home.TimeZone);
        var today = TimeZoneInfo.ConvertTime(after, zone).Date;
        for (var ahead = 0; ahead <= 7; ahead++)
        {
            var opens = today.AddDays(ahead) + From.ToTimeSpan();
            var at = new DateTimeOffset(opens, zone.GetUtcOffset(opens));
            if (at > after && Days.Contains(opens.DayOfWeek))
                return at;
        }
        return after.AddDays(1);
    }

    /// <inheritdoc/>
    public bool Equals(WeeklyWindow? other) =>
        other is not null && Days.SequenceEqual(other.Days) && From == other.From && Until == other.Until;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Days.Length, From, Until);
}
