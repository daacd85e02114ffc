using System.Globalization;
using OneToOne.Domain.Concerns;

namespace OneToOne.Domain.Tests.Concerns;

public sealed class WorkingDaysTests
{
    private const string London = "Europe/London";

    [Theory]
    [InlineData("a Monday", "2026-03-02T17:00Z", 1, "2026-03-03T17:00Z")]
    [InlineData("a Friday at five", "2026-03-06T17:00Z", 1, "2026-03-09T17:00Z")]
    [InlineData("a Saturday", "2026-03-07T10:00Z", 1, "2026-03-10T00:00Z")]
    [InlineData("a Sunday night", "2026-03-08T23:59Z", 1, "2026-03-10T00:00Z")]
    [InlineData("Christmas Eve, with two bank holidays and a weekend", "2026-12-24T17:00Z", 1, "2026-12-29T17:00Z")]
    [InlineData("Christmas Day", "2026-12-25T09:00Z", 1, "2026-12-30T00:00Z")]
    [InlineData("the Thursday before Easter", "2027-03-25T09:30Z", 1, "2027-03-30T08:30Z")]
    [InlineData("the weekend on which the clocks go forward", "2026-03-27T17:00Z", 1, "2026-03-30T16:00Z")]
    [InlineData("the weekend on which they go back", "2026-10-23T16:00Z", 1, "2026-10-26T17:00Z")]
    [InlineData("late on a summer evening that is Saturday in London", "2026-07-03T23:30Z", 1, "2026-07-06T23:00Z")]
    [InlineData("no working day: the end of this one", "2026-03-02T17:00Z", 0, "2026-03-03T00:00Z")]
    [InlineData("no working day, on a Saturday", "2026-03-07T10:00Z", 0, "2026-03-10T00:00Z")]
    [InlineData("a weekday that the table does not know", "2029-12-24T17:00Z", 1, "2029-12-25T17:00Z")]
    public void It_counts_by_weekends_and_bank_holidays(string when, string from, int days, string until) =>
        Assert.True(Moment(until) == WorkingDays.After(Moment(from), days, WorkingDays.EnglandAndWales, London), when);

    [Theory]
    [InlineData("Pacific/Auckland", "2026-03-05T17:00Z", "2026-03-08T17:00Z")]
    [InlineData("America/New_York", "2026-03-07T01:00Z", "2026-03-10T00:00Z")]
    public void Days_are_those_of_the_homes_time_zone(string zone, string from, string until) =>
        Assert.Equal(Moment(until), WorkingDays.After(Moment(from), 1, [], zone));

    [Fact]
    public void No_day_of_the_table_is_a_weekend_or_comes_twice()
    {
        Assert.DoesNotContain(WorkingDays.EnglandAndWales, day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Distinct(WorkingDays.EnglandAndWales);
        Assert.Equal([8, 8, 8], WorkingDays.EnglandAndWales.GroupBy(day => day.Year).Select(year => year.Count()));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
