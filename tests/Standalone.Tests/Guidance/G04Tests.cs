using System.Net;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-04: a manager and a parent or carer agree, two people, neither of them the requester or the worker.</summary>
public sealed class G04Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task G_04_one_manager_and_one_parent_make_it_approved()
    {
        var id = await house.RequestedAsync();
        await OakHouse.ApproveAsync(id, house.HomesManager);
        Assert.Equal("awaitingApproval", (await house.Colleague.SeeAsync(id)).Phase);

        await OakHouse.ApproveAsync(id, house.Parent);

        var seen = await house.Colleague.SeeAsync(id);
        Assert.Equal("approved", seen.Phase);
        Assert.All(seen.Approvals, approval => Assert.Equal(seen.Digest, approval.Digest));
    }

    [Fact]
    public async Task G_04_a_second_manager_is_no_parent()
    {
        var id = await house.RequestedAsync();
        await OakHouse.ApproveAsync(id, house.HomesManager);

        (await house.ServiceManager.DoAsync(id, "approvals", await ShownAsync(house.ServiceManager, id))).IsRefused(
            HttpStatusCode.Conflict,
            "seat"
        );
    }

    [Fact]
    public async Task G_04_neither_requester_nor_worker_nor_an_administrator_approves()
    {
        var id = (await house.Senior.PostAsync("/api/arrangements", house.Keywork)).IsDone().As<ArrangementBrief>().Id.Value;
        var shown = await ShownAsync(house.Worker, id);

        foreach (var own in new[] { house.Senior, house.Worker })
            (await own.DoAsync(id, "approvals", shown)).IsRefused(HttpStatusCode.Forbidden, "who");
        foreach (var other in new[] { house.Administrator, house.Inspector })
            (await other.DoAsync(id, "approvals", shown)).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.DoAsync(id, "approvals", shown)).Is(HttpStatusCode.NotFound);
        Assert.Empty((await house.Worker.SeeAsync(id)).Approvals);
    }

    private static async Task<object> ShownAsync(Api by, string id) => new { (await by.SeeAsync(id)).Digest, reasonClear = true };
}
