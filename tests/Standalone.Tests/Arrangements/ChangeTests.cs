using System.Net;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Arrangements;

public sealed class ChangeTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task A_material_change_voids_what_was_approved_and_begins_a_new_round()
    {
        var id = await house.ApprovedAsync();
        var read = await house.Colleague.GetAsync($"/api/arrangements/{id}");
        var plan = read.As<ArrangementView>().Plan;

        var changed = await house.Colleague.PutAsync(
            $"/api/arrangements/{id}/plan",
            plan with
            {
                Need = plan.Need + " tomorrow",
            },
            read.ETag
        );

        Assert.NotEqual(read.ETag, changed.IsDone().ETag);
        var seen = await house.Colleague.SeeAsync(id);
        Assert.Equal(("awaitingApproval", 2), (seen.Phase, seen.Round));
        Assert.Empty(seen.Approvals);
        Assert.NotEqual(read.As<ArrangementView>().Digest, seen.Digest);
    }

    [Fact]
    public async Task A_plan_is_changed_only_by_whoever_has_seen_it_as_it_is()
    {
        var id = await house.RequestedAsync();
        var read = await house.Colleague.GetAsync($"/api/arrangements/{id}");
        var plan = read.As<ArrangementView>().Plan;
        var address = $"/api/arrangements/{id}/plan";

        (await house.Colleague.PutAsync(address, plan)).Is(HttpStatusCode.PreconditionRequired);
        (await house.Colleague.PutAsync(address, plan with { Inform = [Colin.Id, Sam.Id] }, read.ETag)).IsDone();
        (await house.HomesManager.PutAsync(address, plan with { Length = plan.Length * 2 }, read.ETag)).Is(
            HttpStatusCode.PreconditionFailed
        );
        (await house.HomesManager.PutAsync(address, plan, "\"rev-999\"")).Is(HttpStatusCode.PreconditionFailed);

        Assert.Equal(plan.Length, (await house.Colleague.SeeAsync(id)).Plan.Length);
    }

    [Fact]
    public async Task A_plan_is_not_moved_to_a_child_of_another_home()
    {
        var id = await house.RequestedAsync();
        var read = await house.Colleague.GetAsync($"/api/arrangements/{id}");
        var address = $"/api/arrangements/{id}/plan";

        (await house.Colleague.PutAsync(address, read.As<ArrangementView>().Plan with { Child = Ellis.Id }, read.ETag)).Is(
            HttpStatusCode.NotFound
        );
        (await house.Stranger.PutAsync(address, house.Keywork with { Child = Ellis.Id, Worker = Wilf.Id }, read.ETag)).Is(
            HttpStatusCode.NotFound
        );
    }
}
