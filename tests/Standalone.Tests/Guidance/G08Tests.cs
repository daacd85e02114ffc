using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-08: unsupervised, isolated and street-based settings need training that is in date.</summary>
public sealed class G08Tests(OakHouse house) : OverrideRow(house), IAsyncLifetime
{
    protected override string Id => "G-08";

    protected override Plan Departing(Plan plan) => plan with { Place = plan.Place with { Exposure = Exposure.Unsupervised } };

    public Task InitializeAsync() => ChangeWorkerAsync(wendy => wendy with { Training = [] });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task G_08_it_is_asked_and_silence_refuses()
    {
        var plan = House.Keywork with { Place = House.Keywork.Place with { Exposure = null } };

        var refused = (await House.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-08");

        Assert.Equal<IEnumerable<string?>>(["place.exposure"], refused.Fields);
    }

    [Theory]
    [InlineData(Exposure.Unsupervised, "lone working")]
    [InlineData(Exposure.StreetBased, "street-based work")]
    [InlineData(Exposure.Isolated, "isolated places")]
    public async Task G_08_with_the_training_in_date_on_that_day_it_needs_no_decision(Exposure exposure, string topic)
    {
        var day = DateOnly.FromDateTime(House.Keywork.Start.Date);

        await ChangeWorkerAsync(wendy => wendy with { Training = [Completed(topic) with { ExpiresOn = day }] });
        Assert.Equal("awaitingOverride", await PhaseAsync());
        await ChangeWorkerAsync(wendy => wendy with { Training = [Completed(topic) with { ExpiresOn = day.AddDays(1) }] });
        Assert.Equal("awaitingApproval", await PhaseAsync());

        async Task<string> PhaseAsync() =>
            (
                await House.HomesManager.SeeAsync(
                    await House.RequestedAsync(plan => plan with { Place = plan.Place with { Exposure = exposure } })
                )
            ).Phase;
    }

    [Fact]
    public async Task G_08_a_talk_that_starts_now_stays_where_staff_are_about()
    {
        (await UnplannedTalk.StartAsync(House, Departing)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-08");
        await UnplannedTalk.IsHeardAsync(House, plan => plan);
    }

    [Fact]
    public async Task G_08_a_training_that_lapses_after_the_approval_stops_the_start_until_it_is_renewed()
    {
        var day = DateOnly.FromDateTime(House.Keywork.Start.Date);
        var valid = Completed("lone working") with { ExpiresOn = day.AddDays(1) };
        await ChangeWorkerAsync(wendy => wendy with { Training = [valid] });
        var id = await House.ApprovedAsync(Departing);
        await ChangeWorkerAsync(wendy => wendy with { Training = [valid with { ExpiresOn = day }] });

        var refused = await House.TryToBeginAsync(id);

        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-08");
        Assert.DoesNotContain("start", (await House.Worker.SeeAsync(id)).MayDo);
        (await (await MailedLink.FindAsync(House, Wendy, "Your page")).OpenAsync()).Shows(
            "As things stand, it cannot be started:",
            "not in date any more"
        );
        await ChangeWorkerAsync(wendy => wendy with { Training = [valid] });
        (await House.TryToBeginAsync(id)).IsDone();
        var why = (await House.Inspector.GetAsync($"/api/arrangements/{id}/why")).IsDone().Json;
        var atStart = why.GetProperty("judgements").EnumerateArray().Last().GetProperty("rules").EnumerateArray();
        Assert.True(Assert.Single(atStart, rule => rule.GetProperty("id").GetString() == "G-08").GetProperty("met").GetBoolean());
    }

    [Fact]
    public async Task G_08_what_was_decided_beforehand_is_not_asked_again_at_the_start()
    {
        var id = await House.RequestedAsync(Departing);
        (await House.HomesManager.DoAsync(id, "overrides", Decision)).IsDone();
        foreach (var approver in new[] { House.Senior, House.Parent })
            await OakHouse.ApproveAsync(id, approver);

        (await House.TryToBeginAsync(id)).IsDone();
    }
}
