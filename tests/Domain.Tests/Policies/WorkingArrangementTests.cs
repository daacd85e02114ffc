using System.Globalization;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Plans;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Policies;

/// <summary>G-17: what lies within the agreed working arrangements, by the home's own clock.</summary>
public sealed class WorkingArrangementTests
{
    private static readonly WorkingArrangement Night = WorkingArrangement.Default with { From = new(20, 0), Until = new(2, 0) };

    [Theory]
    [InlineData("2026-03-03T07:00:00+00:00", 60, true)]
    [InlineData("2026-03-03T06:59:00+00:00", 60, false)]
    [InlineData("2026-03-03T21:00:00+00:00", 60, true)]
    [InlineData("2026-03-03T21:00:00+00:00", 61, false)]
    [InlineData("2026-07-03T20:30:00+00:00", 30, true)]
    [InlineData("2026-07-03T20:31:00+00:00", 30, false)]
    public void Its_hours_are_those_of_the_home_s_clock(string start, int minutes, bool within) =>
        Assert.Equal(within, WorkingArrangement.Default.Covers(At(start, minutes), OakHouse));

    [Theory]
    [InlineData("2026-03-03T23:30:00+00:00", 60, true)]
    [InlineData("2026-03-04T01:00:00+00:00", 60, true)]
    [InlineData("2026-03-04T01:30:00+00:00", 60, false)]
    [InlineData("2026-03-03T19:30:00+00:00", 60, false)]
    public void A_night_goes_on_into_the_next_day(string start, int minutes, bool within) =>
        Assert.Equal(within, Night.Covers(At(start, minutes), OakHouse));

    [Fact]
    public void A_night_belongs_to_the_day_on_which_it_begins()
    {
        var saturdays = Night with { Days = [DayOfWeek.Saturday] };
        Assert.True(saturdays.Covers(At("2026-03-08T01:00:00+00:00", 30), OakHouse));
        Assert.False(saturdays.Covers(At("2026-03-07T01:00:00+00:00", 30), OakHouse));
    }

    [Fact]
    public void The_same_hour_twice_is_the_whole_day() =>
        Assert.True((Night with { From = default, Until = default }).Covers(At("2026-03-03T23:00:00+00:00", 60), OakHouse));

    [Fact]
    public void Its_places_and_purposes_are_those_that_it_names()
    {
        var lounge = At("2026-03-03T12:00:00+00:00", 60);
        var homework = WorkingArrangement.Default with { Purposes = [Purpose.Homework], Settings = [Setting.SharedRoom] };
        Assert.False(homework.Covers(lounge, OakHouse));
        Assert.True(homework.Covers(lounge with { Purpose = Purpose.Homework }, OakHouse));
        Assert.False(
            homework.Covers(lounge with { Purpose = Purpose.Homework, Place = lounge.Place with { Setting = Setting.Room } }, OakHouse)
        );
    }

    private static Plan At(string start, int minutes) =>
        Keywork with
        {
            Start = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture),
            Length = TimeSpan.FromMinutes(minutes),
        };
}
