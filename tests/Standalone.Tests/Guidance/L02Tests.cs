using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-02: each approver answers that the reason is clear and can't be taken for something else.</summary>
public sealed class L02Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task L_02_no_answer_is_no_approval_and_who_finds_it_unclear_can_only_refuse()
    {
        var id = await house.RequestedAsync();
        var digest = (await house.Parent.SeeAsync(id)).Digest;
        foreach (var said in new object[] { new { digest }, new { digest, reasonClear = false } })
            Assert.Equal<IEnumerable<string?>>(
                ["reasonClear"],
                (await house.Parent.DoAsync(id, "approvals", said)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-02").Fields
            );
        Assert.Empty((await house.Parent.SeeAsync(id)).Approvals);

        (await house.Parent.DoAsync(id, "refusals", new { digest, reason = "Is it about school or about home?" })).IsDone();

        Assert.Equal("refused", (await house.Parent.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task L_02_the_answer_is_kept_with_the_approval_also_when_a_colleague_writes_it_down()
    {
        var id = await house.RequestedAsync();
        await OakHouse.ApproveAsync(id, house.HomesManager);
        var said = new ArrangementCommand.RecordApproval(
            (await house.Senior.SeeAsync(id)).Digest,
            Pat.Id,
            Domain.Approvals.Means.Phone,
            "Read it all to her; she said yes"
        );
        (await house.Senior.DoAsync(id, "recorded-approvals", said)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-02");
        (await house.Senior.DoAsync(id, "recorded-approvals", said with { ReasonClear = true })).IsDone();

        Assert.All((await house.HomesManager.SeeAsync(id)).Approvals, approval => Assert.True(approval.ReasonClear));
    }

    [Fact]
    public async Task L_02_the_page_asks_it_and_neither_answer_is_chosen_beforehand()
    {
        var id = await house.RequestedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, "Please decide");

        (await parent.OpenAsync()).Shows("Is it clear why this is needed").Hides(" checked");
        (await parent.DoAsync("decide", ("decision", "approve"))).Is(HttpStatusCode.UnprocessableEntity);
        (await parent.DoAsync("decide", ("decision", "approve"), ("clear", "no")))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows("Whoever finds the reason unclear can't approve it.");
        Assert.Empty((await house.Parent.SeeAsync(id)).Approvals);
        (await parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.OK).Shows("You approved this");
    }
}
