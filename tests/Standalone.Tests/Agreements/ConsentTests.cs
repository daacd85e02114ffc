using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>Whoever has approved can change their mind, and whoever may no longer approve counts for nothing: at once, for every open occasion.</summary>
[Trait("Store", "Own")]
public sealed class ConsentTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly OakHouse house = new();

    public Task InitializeAsync() => house.InitializeAsync();

    public Task DisposeAsync() => house.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_parent_who_approved_by_a_link_says_by_the_same_link_weeks_later_that_they_no_longer_agree()
    {
        var agreement = await house.AskedForAgreementAsync();
        var asked = await MailedLink.FindAsync(house, Pat, "Please decide: a standing agreement");
        var unused = await MailedLink.FindAsync(house, Sam, "Please decide: a standing agreement");
        await OakHouse.ApproveAsync(agreement, house.HomesManager);
        (await asked.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.OK);
        Assert.Equal("inForce", (await house.Parent.SeeAsync(agreement)).Phase);

        await house.Server.PassAsync(TimeSpan.FromDays(12));
        var occasion = await house.PlannedAsync(agreement);
        Assert.Equal(HttpStatusCode.Gone, (await unused.LookAsync()).Status);
        (await asked.OpenAsync()).Is(HttpStatusCode.OK).Shows("If you no longer agree with it");
        (await asked.DoAsync("refuse")).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("inForce", (await house.Parent.SeeAsync(agreement)).Phase);
        (await asked.DoAsync("refuse", ("reason", "She comes home upset"))).Is(HttpStatusCode.OK).Shows("You refused this");
        await house.Server.PassAsync(TimeSpan.Zero);

        Assert.Equal("refused", (await house.Worker.SeeAsync(agreement)).Phase);
        Assert.Equal("endedByReview", (await house.Worker.SeeAsync(occasion)).Phase);
        (await house.Worker.PlanAsync(agreement, house.Tomorrow())).IsRefused(HttpStatusCode.UnprocessableEntity, "agreement");
        // It still says what was decided.
        (await asked.OpenAsync())
            .Is(HttpStatusCode.OK)
            .Shows("You refused this");
    }

    [Fact]
    public async Task Before_an_approved_arrangement_starts_its_approver_can_change_their_mind_by_the_same_link()
    {
        var id = await house.RequestedAsync(plan => plan with { Start = plan.Start.AddDays(9) });
        await OakHouse.ApproveAsync(id, house.HomesManager);
        var link = await MailedLink.FindAsync(house, Pat, "Please decide");
        (await link.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.OK);
        await house.Server.PassAsync(TimeSpan.FromDays(8));
        (await link.DoAsync("refuse", ("reason", "She comes home upset"))).Is(HttpStatusCode.OK).Shows("You refused this");
        Assert.Equal("refused", (await house.Worker.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task A_parent_who_refuses_over_the_api_ends_the_agreement_and_its_open_occasions()
    {
        var agreement = await house.AgreedAsync();
        var occasion = await house.PlannedAsync(agreement);
        var seen = await house.Parent.SeeAsync(agreement);
        Assert.Contains("refusals", seen.MayDo);
        (await house.Parent.DoAsync(agreement, "refusals", new { seen.Digest, reason = "Not any more" })).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);
        Assert.Equal("endedByReview", (await house.Worker.SeeAsync(occasion)).Phase);
    }

    [Fact]
    public async Task A_parent_who_is_barred_voids_the_agreement_and_every_open_occasion()
    {
        var agreement = await house.AgreedAsync();
        string[] occasions =
        [
            await house.PlannedAsync(agreement),
            (await house.Worker.PlanAsync(agreement, house.Tomorrow() with { Start = house.Noon().AddHours(2) }))
                .IsDone()
                .Json.GetProperty("id")
                .GetString()!,
        ];
        var read = (await house.Administrator.GetAsync("/api/children/cleo")).IsDone();
        var barred = read.As<Child>() with { Barred = [new(Pat.Id, "An allegation is looked into", house.Now)] };
        (await house.Administrator.PutAsync("/api/children/cleo", barred, read.ETag)).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);

        foreach (var id in (string[])[agreement, .. occasions])
        {
            var voided = await house.HomesManager.SeeAsync(id);
            Assert.Equal("awaitingApproval", voided.Phase);
            Assert.Empty(voided.Approvals);
        }
        (await house.Worker.PlanAsync(agreement, house.Tomorrow())).IsRefused(HttpStatusCode.UnprocessableEntity, "agreement");
    }

    [Fact]
    public async Task Its_own_history_does_not_grow_with_its_occasions()
    {
        var agreement = await house.AgreedAsync();
        await house.Server.PassAsync(TimeSpan.Zero);
        var before = await EntriesAsync(agreement);
        for (var i = 0; i < 3; i++)
            (await house.Worker.PlanAsync(agreement, house.Tomorrow() with { Start = house.Noon().AddHours(2 * i) })).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);
        Assert.Equal(before, await EntriesAsync(agreement));
    }

    private async Task<int> EntriesAsync(string id) =>
        (await house.ServiceManager.GetAsync($"/api/arrangements/{id}/history?limit=200"))
            .IsDone()
            .Json.GetProperty("items")
            .GetArrayLength();
}
