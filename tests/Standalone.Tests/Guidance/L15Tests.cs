using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Links;
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
    public async Task L_15_the_worker_is_offered_no_more_time_than_the_strategy_leaves()
    {
        await House.BeginAsync(await House.ApprovedAsync());
        var page = await (await MailedLink.FindAsync(House, Wendy, "Your page")).OpenAsync();
        await House.LeaveAsync();
        page.Shows("It cannot be extended").Hides("How much longer?");
    }

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

        (await UnplannedTalk.StartAsync(own, plan => plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-15");
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

    [Fact]
    public async Task L_15_a_session_is_not_extended_past_the_strategy_and_goes_on_as_planned()
    {
        var id = await House.StartedAsync(plan => plan with { Length = TimeSpan.FromMinutes(45) });

        foreach (var by in new[] { House.Worker, House.HomesManager })
        {
            var refused = await by.DoAsync(id, "extensions", new { by = "00:16:00" });
            Assert.Equal("by", Assert.Single(refused.IsRefused(HttpStatusCode.UnprocessableEntity, "L-15").Fields));
        }
        (await House.Worker.DoAsync(id, "extensions", new { by = "00:15:00" })).IsDone();

        var seen = await House.Worker.SeeAsync(id);
        Assert.Equal(seen.Session!.StartedAt.AddMinutes(60), seen.Session.ExpectedEnd);
        Assert.DoesNotContain("extensions", seen.MayDo);
        Assert.Contains("finish", seen.MayDo);
    }

    [Fact]
    public async Task L_15_a_worker_with_nothing_but_the_link_reads_why_and_finishes_by_the_same_page()
    {
        var id = await House.StartedAsync(plan => plan with { Length = TimeSpan.FromMinutes(45) });
        var link = await MailedLink.FindAsync(House, Wendy, "Your page");
        var page = (await link.OpenAsync()).Shows("How much longer?", "10 minutes").Hides("20 minutes");
        var until = ("until", SessionLinkTests.Until(page));

        (await link.DoAsync("extend", ("by", "20"), until))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows("It would go on longer than the strategy for this child allows.", "It is under way", "Help now");

        Assert.Empty((await House.Senior.SeeAsync(id)).Escalations);
        (await link.DoAsync("finish")).Is(HttpStatusCode.OK).Shows("The record of it");
    }

    [Fact]
    public async Task L_15_who_allowed_a_longer_time_allowed_that_time_and_no_more()
    {
        var id = await AllowedAsync(plan => plan with { Length = TimeSpan.FromMinutes(75) });

        var refused = await House.Worker.DoAsync(id, "extensions", new { by = "00:01:00" });
        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "L-15");
        Assert.Contains("75 minutes", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_15_who_allowed_another_place_or_purpose_did_not_allow_a_longer_time()
    {
        Func<Plan, Plan>[] departures =
        [
            plan => plan with { Place = plan.Place with { Name = "Library", Setting = Setting.PublicPlace } },
            plan => plan with { Purpose = Purpose.Homework },
        ];
        foreach (var depart in departures)
        {
            var id = await AllowedAsync(plan => depart(plan) with { Length = TimeSpan.FromMinutes(45) });

            (await House.Worker.DoAsync(id, "extensions", new { by = "00:16:00" })).IsRefused(HttpStatusCode.UnprocessableEntity, "L-15");
            (await House.Worker.DoAsync(id, "extensions", new { by = "00:15:00" })).IsDone();
        }
    }

    private async Task<string> AllowedAsync(Func<Plan, Plan> plan)
    {
        var id = await House.RequestedAsync(plan);
        (await House.HomesManager.DoAsync(id, "overrides", Decision)).IsDone();
        foreach (var approver in new[] { House.Senior, House.Parent })
            await OakHouse.ApproveAsync(id, approver);
        await House.BeginAsync(id);
        return id;
    }
}
