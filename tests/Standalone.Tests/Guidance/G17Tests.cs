using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-17: outside the organisation's agreed arrangements a manager and a parent or carer both agree beforehand.</summary>
public sealed class G17Tests(OakHouse house) : IClassFixture<OakHouse>, IAsyncLifetime
{
    private static readonly WorkingArrangement Agreed = WorkingArrangement.Default with
    {
        Purposes = [Purpose.Keywork, Purpose.Homework],
        Settings = [Setting.SharedRoom, Setting.Room],
    };

    /// <summary>A policy that asks for one approval where it may, with hours, places and purposes of its own.</summary>
    public Task InitializeAsync() => AgreeAsync(Agreed);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task G_17_within_them_the_policy_s_own_quorum_holds()
    {
        var id = await house.RequestedAsync();
        await OakHouse.ApproveAsync(id, house.HomesManager);

        var seen = await house.HomesManager.SeeAsync(id);
        Assert.False(seen.OutsideWorkingArrangements);
        Assert.Equal(("approved", Quorum.Any), (seen.Phase, seen.Quorum));
    }

    public static TheoryData<string> Outside => ["hours", "place", "purpose"];

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task G_17_outside_them_both_approve_whatever_the_policy_says_and_are_told_why(string what)
    {
        var id = await house.RequestedAsync(plan => Leave(plan, what));
        var seen = await house.Parent.SeeAsync(id);
        Assert.True(seen.OutsideWorkingArrangements);
        Assert.Equal(Quorum.Dual, seen.Quorum);
        var page = await (await MailedLink.FindAsync(house, Pat, "Please decide")).OpenAsync();
        Assert.Contains("outside the hours, places and purposes", page.Text, StringComparison.Ordinal);

        await OakHouse.ApproveAsync(id, house.ServiceManager);
        var again = new { seen.Digest, reasonClear = true };
        (await house.HomesManager.DoAsync(id, "approvals", again)).IsRefused(HttpStatusCode.Conflict, "seat");
        Assert.Equal("awaitingApproval", (await house.HomesManager.SeeAsync(id)).Phase);
        await OakHouse.ApproveAsync(id, house.Parent);

        Assert.Equal("approved", (await house.HomesManager.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task G_17_nobody_decides_it_away()
    {
        var id = await house.RequestedAsync(plan => Leave(plan, "hours"));
        var decision = new ArrangementCommand.DecideOverride("G-17", true, "It is late this once", "She cannot sleep before it is said");

        (await house.Administrator.DoAsync(id, "overrides", decision)).Is(HttpStatusCode.Forbidden);
        (await house.ServiceManager.DoAsync(id, "overrides", decision)).IsRefused(HttpStatusCode.Conflict, "phase");
    }

    [Fact]
    public async Task G_17_a_few_minutes_that_lead_out_of_them_void_an_approval()
    {
        var end = house.Now.Date.AddHours(22);
        var id = await house.RequestedAsync(plan => plan with { Start = new(end.AddHours(-1), TimeSpan.Zero) });
        await OakHouse.ApproveAsync(id, house.HomesManager);
        var seen = await house.Colleague.GetAsync($"/api/arrangements/{id}");
        var plan = (await house.Colleague.SeeAsync(id)).Plan;

        (
            await house.Colleague.PutAsync($"/api/arrangements/{id}/plan", plan with { Start = plan.Start.AddMinutes(10) }, seen.ETag)
        ).IsDone();

        var moved = await house.HomesManager.SeeAsync(id);
        Assert.Equal(("awaitingApproval", Quorum.Dual), (moved.Phase, moved.Quorum));
        Assert.Empty(moved.Approvals);
    }

    [Fact]
    public async Task G_17_a_start_that_was_not_planned_is_refused_and_nothing_is_approved_afterwards()
    {
        (await UnplannedTalk.StartAsync(house, plan => plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-17");
        var afterwards = house.Keywork with { Start = house.Now.AddHours(-1) };
        (await house.Colleague.PostAsync("/api/arrangements", afterwards)).IsRefused(HttpStatusCode.UnprocessableEntity, "start");

        await AgreeAsync(Agreed with { Purposes = [.. Agreed.Purposes, Purpose.Talk] });
        await UnplannedTalk.IsHeardAsync(house, plan => plan);
    }

    [Fact]
    [Trait("Store", "Own")]
    public async Task G_17_what_was_agreed_to_lie_within_them_is_not_extended_beyond()
    {
        await using var own = await OakHouse.OpenAsync(new(2026, 3, 2, 18, 30, 0, TimeSpan.Zero));
        var id = await own.StartedAsync(plan => plan with { Start = new(2026, 3, 2, 20, 45, 0, TimeSpan.Zero) });
        await own.Server.PassAsync(TimeSpan.FromMinutes(50));

        foreach (var by in new[] { own.Worker, own.HomesManager })
            (await by.DoAsync(id, "extensions", new { by = "00:20:00" })).IsRefused(HttpStatusCode.UnprocessableEntity, "G-17");
        (await own.Worker.DoAsync(id, "extensions", new { by = "00:15:00" })).IsDone();
    }

    private async Task AgreeAsync(WorkingArrangement agreed)
    {
        var read = (await house.Administrator.GetAsync("/api/policy")).IsDone();
        var policy = read.As<Policy>() with { OrdinaryQuorum = Quorum.Any, WorkingArrangements = [agreed] };
        (await house.Administrator.PutAsync("/api/policy", policy, read.ETag)).IsDone();
    }

    private static Plan Leave(Plan plan, string what) =>
        what switch
        {
            "hours" => plan with { Start = new(plan.Start.Date.AddHours(23), TimeSpan.Zero) },
            "place" => plan with { Place = plan.Place with { Name = "Library", Setting = Setting.PublicPlace } },
            _ => plan with { Purpose = Purpose.Travel },
        };
}
