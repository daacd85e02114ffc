using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Tests.Demo;

[Trait("Store", "Own")]
public sealed class DayTimeTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("17:30", "2026-03-02T08:00Z", "2026-03-02T17:30Z")]
    [InlineData("08:00", "2026-03-02T08:00Z", "2026-03-03T08:00Z")]
    [InlineData("friday 17:30", "2026-03-02T08:00Z", "2026-03-06T17:30Z")]
    [InlineData("Monday 07:00", "2026-03-02T08:00Z", "2026-03-09T07:00Z")]
    [InlineData("17:30", "2026-06-01T12:00Z", "2026-06-01T16:30Z")]
    [InlineData("01:30", "2026-03-28T12:00Z", "2026-03-30T00:30Z")]
    public void The_next_such_moment_is_by_the_homes_clock(string text, string now, string next)
    {
        Assert.True(DayTime.TryParse(text, out var time));

        Assert.Equal(At(next), time.After(At(now), London));
    }

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("7:30")]
    [InlineData("someday 07:30")]
    [InlineData("next friday 07:30")]
    public void What_is_no_time_is_not_taken_for_one(string text) => Assert.False(DayTime.TryParse(text, out _));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
