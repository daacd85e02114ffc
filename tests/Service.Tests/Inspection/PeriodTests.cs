using OneToOne.Domain.Homes;
using OneToOne.Service.Inspection;

namespace OneToOne.Service.Tests.Inspection;

public sealed class PeriodTests
{
    private static readonly Home London = In("Europe/London");

    [Fact]
    public void Its_days_are_those_of_the_homes_calendar()
    {
        // The clocks go forward on 29 March: the month ends an hour earlier in UTC than it would have.
        var march = Period.Of(new(2026, 3, 1), new(2026, 3, 31), London)!;

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), march.Begins);
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 23, 0, 0, TimeSpan.Zero), march.Ends);
        Assert.True(march.Includes(march.Begins));
        Assert.False(march.Includes(march.Ends));
    }

    [Fact]
    public void A_day_that_has_no_midnight_begins_when_the_clocks_have_gone_forward()
    {
        var day = Period.Of(new(2026, 3, 29), new(2026, 3, 29), In("Asia/Beirut"))!;

        Assert.Equal(new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero), day.Begins);
        Assert.Equal(TimeSpan.FromHours(23), day.Ends - day.Begins);
    }

    [Fact]
    public void It_is_a_year_and_a_day_at_most()
    {
        var from = new DateOnly(2026, 1, 1);

        Assert.NotNull(Period.Of(from, from.AddDays(365), London));
        Assert.Null(Period.Of(from, from.AddDays(366), London));
        Assert.Null(Period.Of(from, from.AddDays(-1), London));
    }

    [Theory]
    [InlineData(-10, -1, false)]
    [InlineData(-10, 1, true)]
    [InlineData(-10, null, true)]
    [InlineData(40, null, false)]
    public void What_goes_on_within_it_is_met_wherever_it_began(int begins, int? ends, bool met)
    {
        var march = Period.Of(new(2026, 3, 1), new(2026, 3, 31), London)!;

        Assert.Equal(met, march.Meets(march.Begins.AddDays(begins), ends is { } day ? march.Begins.AddDays(day) : null));
    }

    private static Home In(string zone) =>
        new()
        {
            Id = new("oak"),
            Name = "Oak House",
            TimeZone = zone,
            OnCall = new([]),
        };
}
