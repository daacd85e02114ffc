using System.Net;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-05: what somebody was shown when they used their judgement is bound to their decision, and kept.</summary>
public sealed class L05Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task L_05_what_an_approver_was_shown_can_be_read_after_it_was_changed()
    {
        var id = await house.RequestedAsync();
        await OakHouse.ApproveAsync(id, house.Parent);
        var given = await house.HomesManager.SeeAsync(id);
        var approval = Assert.Single(given.Approvals);
        await house.Server.PassAsync(TimeSpan.FromMinutes(1));
        var moved = given.Plan with
        {
            Place = given.Plan.Place with { Name = "Library" },
            Need = "Something else entirely that needs time",
        };
        (await house.Colleague.PutAsync($"/api/arrangements/{id}/plan", moved, $"\"rev-{given.Revision}\"")).IsDone();
        Assert.Equal("Library", (await house.HomesManager.SeeAsync(id)).Plan.Place.Name);

        var then = await house.HomesManager.GetAsync($"/api/arrangements/{id}?at={Uri.EscapeDataString(approval.At.ToString("O"))}");

        var shown = then.IsDone().As<ArrangementView>();
        Assert.Equal("Lounge", shown.Plan.Place.Name);
        Assert.Equal(approval.Digest, shown.Digest);
        Assert.NotEqual(approval.Digest, (await house.HomesManager.SeeAsync(id)).Digest);
    }

    [Fact]
    public async Task L_05_nobody_approves_what_they_were_not_shown()
    {
        var id = await house.RequestedAsync();

        (await house.Parent.DoAsync(id, "approvals", new { digest = new string('0', 64), reasonClear = true })).IsRefused(
            HttpStatusCode.Conflict,
            "digest"
        );
    }
}
