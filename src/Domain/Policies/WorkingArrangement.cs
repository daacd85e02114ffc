using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Homes;

namespace OneToOne.Domain.Policies;

/// <summary>Working hours, places and purposes that the organisation has agreed on for everybody (G-17), by the home's own clock.</summary>
/// <param name="Name">What it is called, such as "evenings in the home".</param>
/// <param name="Days">The days on which it begins.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends; on the next day where this is not after <paramref name="From"/>.</param>
/// <param name="Purposes">For what.</param>
/// <param name="Settings">Where.</param>
public sealed record WorkingArrangement(
    string Name,
    ImmutableArray<DayOfWeek> Days,
    TimeOnly From,
    TimeOnly Until,
    ImmutableArray<Purpose> Purposes,
    ImmutableArray<Setting> Settings
)
{
    /// <summary>Everything, every day, while most of a home is awake.</summary>
    public static WorkingArrangement Default { get; } =
        new(
            "every day",
            [.. Enum.GetValues<DayOfWeek>()],
            new(7, 0),
            new(22, 0),
            [.. Enum.GetValues<Purpose>()],
            [.. Enum.GetValues<Setting>()]
        );

    /// <summary>Whether a plan lies within it from its start to its end; a standing agreement, whether all that it allows does.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="home">The home, whose clock counts.</param>
    /// <returns>Whether it does.</returns>
    public bool Covers(Plan plan, Home home)
    {
        if (!plan.Purposes.All(Purposes.Contains) || !plan.Settings.All(Settings.Contains))
            return false;
        var start = home.ClockAt(plan.Start);
        return plan.Standing is { Window: var window }
            ? window.Days.Select(day => NextOf(day, start)).All(day => Holds(day.ToDateTime(window.From), day.ToDateTime(window.Until)))
            : Holds(start, home.ClockAt(plan.End));
    }

    private static DateOnly NextOf(DayOfWeek day, DateTime from) => DateOnly.FromDateTime(from).AddDays((day - from.DayOfWeek + 7) % 7);

    private bool Holds(DateTime start, DateTime end)
    {
        var today = DateOnly.FromDateTime(start);
        return IsWithin(today) || IsWithin(today.AddDays(-1));

        bool IsWithin(DateOnly day) =>
            Days.Contains(day.DayOfWeek) && day.ToDateTime(From) <= start && end <= day.AddDays(Until <= From ? 1 : 0).ToDateTime(Until);
    }
}
