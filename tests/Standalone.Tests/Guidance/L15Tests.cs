using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-15, at request: what is outside the strategy for this child needs a decision.</summary>
public sealed class L15Tests(OakHouse house) : OverrideRow(house), IAsyncLifetime
{
    private static readonly Strategy Short = new(
        [Purpose.Keywork],
        [Setting.SharedRoom, Setting.Room],
        TimeSpan.FromMinutes(60),
        "Short, and where others are"
    );

    protected override string Id => "L-15";

    protected override Plan Departing(Plan plan) => plan with { Purpose = Purpose.Homework };

    public Task InitializeAsync() =>
        House.AssessAsync(AssessmentKey.ForChild(Cleo.Id), AssessedChild with { Child = AssessedChild.Child! with { Strategy = Short } });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task L_15_within_the_strategy_no_decision_is_needed() =>
        Assert.Equal("awaitingApproval", (await House.HomesManager.SeeAsync(await House.RequestedAsync())).Phase);

    [Fact]
    [Trait("Store", "Own")]
    public async Task L_15_a_talk_that_starts_now_does_not_start_outside_the_strategy()
    {
        await using var own = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        await own.AssessAsync(
            AssessmentKey.ForChild(Cleo.Id),
            AssessedChild with
            {
                PermitsUnplannedStart = true,
                Child = AssessedChild.Child! with { Strategy = Short },
            }
        );

        (await UnplannedTalk.StartAsync(own, plan => plan)).IsRefused(System.Net.HttpStatusCode.UnprocessableEntity, "L-15");
    }

    [Fact]
    public async Task L_15_another_place_or_a_longer_time_waits_for_a_decision_too_and_families_do_not_hear_of_it()
    {
        var elsewhere = await House.RequestedAsync(plan =>
            plan with
            {
                Place = plan.Place with { Name = "Library", Setting = Setting.PublicPlace },
            }
        );
        var longer = await House.RequestedAsync(plan => plan with { Length = TimeSpan.FromMinutes(61) });

        foreach (var id in new[] { elsewhere, longer })
        {
            Assert.Equal("L-15", Assert.Single((await House.HomesManager.SeeAsync(id)).AwaitsDecision));
            Assert.DoesNotContain("L-15", (await House.Parent.GetAsync($"/api/arrangements/{id}")).Text, StringComparison.Ordinal);
        }
    }
}
