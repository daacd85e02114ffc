using OneToOne.Domain.Children;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Retention;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Retention;

public sealed class RetentionPeriodTests
{
    private static readonly LegalHold Hold = new("An inquiry", HomesManager.Id, Now);

    [Theory]
    [InlineData("2012-05-04", "2087-05-04")]
    // 75 years after a leap day there is none.
    [InlineData("2012-02-29", "2087-02-28")]
    [InlineData("2009-12-31", "2084-12-31")]
    public void Without_a_death_everything_is_kept_until_75_years_from_birth(string born, string until) =>
        Assert.Equal(Day(until), RetentionPeriod.Until(Cleo with { DateOfBirth = Day(born) }, Adopted));

    [Theory]
    // The last day at 17, and the day on which somebody is 18.
    [InlineData("2012-05-04", "2030-05-03", "2045-05-03")]
    [InlineData("2012-05-04", "2030-05-04", "2087-05-04")]
    // Somebody born on a leap day is 18 on 1 March.
    [InlineData("2012-02-29", "2030-02-28", "2045-02-28")]
    [InlineData("2012-02-29", "2030-03-01", "2087-02-28")]
    [InlineData("2012-05-04", "2028-02-29", "2043-02-28")]
    public void The_death_of_a_child_under_18_and_of_nobody_else_shortens_it_to_15_years(string born, string died, string until) =>
        Assert.Equal(Day(until), RetentionPeriod.Until(Cleo with { DateOfBirth = Day(born), DiedOn = Day(died) }, Adopted));

    [Fact]
    public void The_policy_makes_it_longer()
    {
        var policy = new Policy { RetentionYearsFromBirth = 80, RetentionYearsFromDeath = 20 };

        Assert.Equal(Day("2092-05-04"), RetentionPeriod.Until(Cleo, policy));
        Assert.Equal(Day("2040-01-02"), RetentionPeriod.Until(Cleo with { DiedOn = Day("2020-01-02") }, policy));
    }

    [Fact]
    public void On_the_last_day_it_is_kept_and_on_the_next_it_need_not_be()
    {
        Assert.Equal(KeptBecause.NotDue, RetentionPeriod.Keeps(Cleo, Adopted, Day("2087-05-04")));
        Assert.Null(RetentionPeriod.Keeps(Cleo, Adopted, Day("2087-05-05")));
    }

    [Fact]
    public void A_hold_keeps_it_whatever_the_day_until_it_is_lifted()
    {
        var lifted = Hold with { Lifted = new("Over", ServiceManager.Id, Now) };

        Assert.Equal(KeptBecause.LegalHold, RetentionPeriod.Keeps(Cleo with { LegalHold = Hold }, Adopted, Day("2150-01-01")));
        Assert.Null(RetentionPeriod.Keeps(Cleo with { LegalHold = lifted }, Adopted, Day("2150-01-01")));
    }

    [Fact]
    public void A_change_of_a_date_or_a_hold_settles_in_30_days_and_no_other_change_matters()
    {
        var died = Cleo with { DiedOn = Day("2020-01-02"), DateOfBirth = Day("2002-05-04"), LegalHold = Hold };
        Assert.Equal(
            [RetentionDate.DateOfBirth, RetentionDate.DiedOn, RetentionDate.LegalHold],
            RetentionDates.Changed(Cleo, died).AsEnumerable()
        );
        Assert.Empty(RetentionDates.Changed(Cleo, Cleo with { Gender = "female", Version = 2, WhereaboutsWithheld = true }));

        DateChanged[] changes = [new(RetentionDate.DateOfBirth, Now.AddDays(-90), null), new(RetentionDate.DiedOn, Now, Parent.Id)];
        var waits = RetentionDates.Unsettled(Cleo.Id, [.. changes], Now.AddDays(30).AddTicks(-1));
        Assert.Equal(new(Cleo.Id, RetentionDate.DiedOn, Now, Now.AddDays(30)), waits);
        Assert.Null(RetentionDates.Unsettled(Cleo.Id, [.. changes], Now.AddDays(30)));
        Assert.Null(RetentionDates.Unsettled(Cleo.Id, [], Now));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
