using System.Globalization;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>Lengths of time as people write them: <c>10 min</c>, <c>2 h</c>, <c>3 d</c>.</summary>
internal static class Durations
{
    /// <summary>Reads a length.</summary>
    public static bool TryParse(string? text, out TimeSpan length)
    {
        length = default;
        if (
            text?.Split(' ') is not [var number, var unit]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        )
            return false;
        length = unit switch
        {
            "min" => TimeSpan.FromMinutes(count),
            "h" => TimeSpan.FromHours(count),
            "d" => TimeSpan.FromDays(count),
            _ => TimeSpan.Zero,
        };
        return length > TimeSpan.Zero;
    }
}
