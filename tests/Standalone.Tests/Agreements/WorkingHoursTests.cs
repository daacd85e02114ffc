using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>Open point 2c and G-17: no agreement takes an occasion out of what the organisation has agreed on.</summary>
public sealed class WorkingHoursTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task An_agreement_that_lies_outside_needs_both_approvals_and_each_occasion_outside_still_needs_its_own()
    {
        var agreement = await house.AgreedAsync(plan =>
            plan with
            {
                Standing = plan.Standing! with { Window = plan.Standing.Window with { Until = new(23, 30) } },
            }
        );
        Assert.True((await house.Parent.SeeAsync(agreement)).OutsideWorkingArrangements);
        Assert.Equal(Quorum.Dual, (await house.Parent.SeeAsync(agreement)).Quorum);

        (await house.Worker.PlanAsync(agreement, house.Tomorrow())).IsDone();
        await IsOrdinaryAsync(agreement, house.Tomorrow() with { Start = house.Noon().AddHours(9.5) });
    }

    [Fact]
    public async Task What_the_organisation_no_longer_agrees_on_is_not_planned_under_an_agreement_from_before()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var agreement = await own.AgreedAsync();
        var within = await own.PlannedAsync(agreement);
        await AgreeAsync(own, WorkingArrangement.Default with { Until = new(12, 30) });

        var refused = await own.Worker.PlanAsync(agreement, own.Tomorrow());
        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-17");
        Assert.Contains("ordinary request", refused.Text, StringComparison.Ordinal);
        (await own.Worker.PlanAsync(agreement, own.Tomorrow() with { Start = own.Noon().AddHours(-2) })).IsDone();
        // What was planned before keeps the policy that it was judged under (G-01).
        Assert.Equal("approved", (await own.Worker.SeeAsync(within)).Phase);
    }

    [Fact]
    public async Task An_occasion_that_is_moved_outside_is_asked_for_by_itself()
    {
        var agreement = await house.AgreedAsync(plan =>
            plan with
            {
                Standing = plan.Standing! with { Window = plan.Standing.Window with { Until = new(23, 30) } },
            }
        );
        var seen = await house.Worker.GetAsync($"/api/arrangements/{await house.PlannedAsync(agreement)}");
        var plan = seen.As<ArrangementView>().Plan;
        var moved = await house.Worker.PutAsync(
            $"/api/arrangements/{seen.As<ArrangementView>().Id}/plan",
            plan with
            {
                Start = plan.Start.AddHours(9.5),
            },
            seen.ETag
        );
        var brief = moved.IsDone().As<ArrangementBrief>();
        var now = await house.Parent.SeeAsync(brief.Id.Value);
        Assert.Equal(("awaitingApproval", Quorum.Dual), (now.Phase, now.Quorum));
        Assert.Empty(now.Approvals);
    }

    private async Task IsOrdinaryAsync(string agreement, OccasionAsked asked)
    {
        var refused = await house.Worker.PlanAsync(agreement, asked);
        Assert.Equal(["G-17"], refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-17").Findings);
        Assert.Contains("ordinary request", refused.Text, StringComparison.Ordinal);

        var id = await house.RequestedAsync(plan => plan with { Start = asked.Start!.Value });
        await OakHouse.ApproveAsync(id, house.HomesManager);
        Assert.Equal("awaitingApproval", (await house.Parent.SeeAsync(id)).Phase);
        await OakHouse.ApproveAsync(id, house.Parent);
        Assert.Equal("approved", (await house.Parent.SeeAsync(id)).Phase);
    }

    private static async Task AgreeAsync(OakHouse own, WorkingArrangement agreed)
    {
        var read = (await own.Administrator.GetAsync("/api/policy")).IsDone();
        var policy = read.As<Policy>() with { WorkingArrangements = [agreed] };
        (await own.Administrator.PutAsync("/api/policy", policy, read.ETag)).IsDone();
    }
}
