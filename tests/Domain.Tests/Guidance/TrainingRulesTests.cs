using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Plans;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Guidance;

/// <summary>G-07 and G-08: exposed settings and vulnerable areas need training that is in date on the day.</summary>
public sealed class TrainingRulesTests
{
    private static readonly DateOnly Day = OakHouse.DayOf(Keywork.Start);

    [Theory]
    [InlineData(Exposure.Unsupervised, "lone working")]
    [InlineData(Exposure.Isolated, "isolated places")]
    [InlineData(Exposure.StreetBased, "street-based work")]
    public void G_08_each_exposed_setting_needs_its_own_training(Exposure exposure, string topic)
    {
        var plan = Keywork with { Place = Keywork.Place with { Exposure = exposure } };
        Assert.Equal(["G-08"], Ids(plan, []));
        Assert.Equal(["G-08"], Ids(plan, [.. Worker.Training.Where(t => t.Topic != topic)]));
        Assert.Empty(Ids(plan, [Completed($" {topic.ToUpperInvariant()} ")]));
    }

    [Fact]
    public void G_08_where_staff_are_about_none_is_needed() => Assert.Empty(Ids(Keywork, []));

    [Fact]
    public void G_08_the_street_and_a_secluded_place_count_as_what_they_are()
    {
        Assert.Equal(["G-08"], Ids(Keywork with { Place = Keywork.Place with { Setting = Setting.Street } }, []));
        Assert.Equal(["G-08", "G-19"], Ids(Keywork with { Place = Keywork.Place with { Secluded = true } }, []));
    }

    [Fact]
    public void G_08_it_is_completed_and_in_date_on_the_day_of_the_plan()
    {
        var plan = Keywork with { Place = Keywork.Place with { Exposure = Exposure.Unsupervised } };
        var done = Completed("lone working");
        Assert.Empty(Ids(plan, [done with { ExpiresOn = Day.AddDays(1) }]));
        Assert.Equal(["G-08"], Ids(plan, [done with { ExpiresOn = Day }]));
        Assert.Equal(["G-08"], Ids(plan, [done with { Answer = TrainingAnswer.Declined }]));
        Assert.Equal(["G-08"], Ids(plan, [done with { Answer = TrainingAnswer.Awaited, AnsweredOn = null }]));
    }

    [Fact]
    public void G_07_a_vulnerable_area_needs_its_own_topic_as_well()
    {
        var plan = Keywork with { Place = Keywork.Place with { Area = " The Cellar " } };
        Assert.Equal(["G-08"], Ids(plan, [.. Worker.Training]));
        Assert.Empty(Ids(plan, [Completed("the cellar")]));
    }

    private static IEnumerable<string> Ids(Plan plan, Training[] training) =>
        Rules
            .Judge(
                new RequestCase(
                    plan,
                    Worker.Id,
                    Known with
                    {
                        Worker = Worker with { Training = [.. training] },
                        Home = OakHouse with { VulnerableAreas = [new("the cellar", "two adults, and the light on", "the cellar")] },
                    },
                    Now
                )
            )
            .Select(finding => finding.Id);
}
