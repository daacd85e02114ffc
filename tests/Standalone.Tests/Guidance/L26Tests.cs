using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-26: a worker may decline, explains it to the young person, and what came of it is kept.</summary>
public sealed class L26Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly ArrangementCommand.Explain Told = new(
        "I said that I am tired today and that Colin can help.",
        "She was fine with it."
    );

    [Fact]
    public async Task L_26_only_the_worker_declines_and_with_a_reason()
    {
        var id = await house.RequestedAsync();
        foreach (var other in new[] { house.Colleague, house.HomesManager })
            (await other.DoAsync(id, "decline", new { reason = "I would rather not today" })).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Administrator.DoAsync(id, "decline", new { reason = "I would rather not today" })).Is(HttpStatusCode.Forbidden);
        (await house.Worker.DoAsync(id, "decline", new { reason = " " })).IsRefused(HttpStatusCode.UnprocessableEntity, "reason");
        Assert.Equal("awaitingApproval", (await house.Worker.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task L_26_it_is_incomplete_until_it_was_explained_and_the_answer_is_kept()
    {
        var id = await house.ApprovedAsync();
        (await house.Worker.DoAsync(id, "decline", new { reason = "She asked for somebody else this week" })).IsDone();
        Assert.False((await house.Worker.SeeAsync(id)).IsFinal);

        foreach (var half in new[] { Told with { How = "." }, Told with { Response = "." } })
            (await house.Worker.DoAsync(id, "explanation", half)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-26");
        (await house.Worker.DoAsync(id, "explanation", Told)).IsDone();

        var seen = await house.HomesManager.SeeAsync(id);
        Assert.True(seen.IsFinal);
        Assert.Equal((Wendy.Id, Told.How, Told.Response), (seen.Explanation!.By, seen.Explanation.How, seen.Explanation.Response));
        Assert.Equal("She asked for somebody else this week", seen.Decline!.Reason);
    }
}
