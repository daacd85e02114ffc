using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Service.Inspection.Why;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Properties;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-30: the worker knows the current care plan and case history before the start; a newer version makes it stale.</summary>
[Trait("Store", "Own")]
public sealed class L30Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string About = "/api/children/cleo/acknowledgements";
    private static readonly ArrangementCommand.Start Start = new(new([0]));

    [Fact]
    public async Task L_30_a_newer_care_plan_refuses_the_start_until_the_worker_has_read_it()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await ReadyAsync(own);
        await ChangeAsync(own, child => child with { CarePlan = new("CP-1", 4) });

        (await own.Worker.DoAsync(id, "start", Start)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-30");
        (await own.Worker.PostAsync(About, new { carePlan = 3 })).IsRefused(HttpStatusCode.UnprocessableEntity, "L-30");
        (await own.Colleague.PostAsync(About, new { carePlan = 4 })).IsDone();
        (await own.Worker.DoAsync(id, "start", Start)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-30");
        (await own.Worker.PostAsync(About, new { carePlan = 4 })).IsDone();
        (await own.Worker.PostAsync(About, new { carePlan = 4 })).IsDone();

        (await own.Worker.DoAsync(id, "start", Start)).IsDone();
    }

    [Fact]
    public async Task L_30_nobody_says_it_for_another_not_an_administrator_and_not_by_the_register()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await ReadyAsync(own);
        await ChangeAsync(own, child => child with { CaseHistory = new("CH-1", 3) });
        await ChangeAsync(own, child => child with { CaseHistoryRead = [new(Wendy.Id, new("CH-1", 3), own.Now)], CarePlanRead = [] });

        foreach (var other in new[] { own.Administrator, own.Inspector, own.Parent })
            (await other.PostAsync(About, new { caseHistory = 3 })).Is(HttpStatusCode.Forbidden);
        (await own.Stranger.PostAsync(About, new { caseHistory = 3 })).Is(HttpStatusCode.NotFound);
        (await own.Worker.DoAsync(id, "start", Start)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-30");

        var kept = (await own.HomesManager.GetAsync("/api/children/cleo")).IsDone().As<Child>();
        Assert.Equal(3, Assert.Single(kept.CarePlanRead).What.Version);
        Assert.Equal(2, Assert.Single(kept.CaseHistoryRead).What.Version);
    }

    [Fact]
    public async Task L_30_the_worker_s_page_says_what_has_changed_and_takes_the_acknowledgement()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await ReadyAsync(own);
        var page = await MailedLink.FindAsync(own, Wendy, "Your page");
        (await page.OpenAsync()).Hides("Read this before you start");
        await ChangeAsync(own, child => child with { CarePlan = new("CP-1", 4) });

        (await page.OpenAsync()).Shows("Read this before you start", "CP-1, version 4", "it has changed since you read it").Hides("CH-1");
        (await page.DoAsync("read")).Is(HttpStatusCode.UnprocessableEntity).Shows("Tick what you have read.");
        (await page.DoAsync("read", ("read", "CarePlan:3"))).Is(HttpStatusCode.UnprocessableEntity);
        (await page.DoAsync("read", ("read", "CarePlan:4"))).Is(HttpStatusCode.OK).Shows("It is noted that you have read it.");

        (await page.DoAsync("start", ("safeguard", "0"))).Is(HttpStatusCode.OK).Shows("It is under way");
        Assert.Equal("active", (await own.Worker.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task L_30_before_a_talk_that_was_not_planned_some_version_has_been_read()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        await ChangeAsync(own, child => child with { CarePlan = new("CP-1", 4) });
        await UnplannedTalk.IsHeardAsync(own, plan => plan);
        await own.AssessAsync(Domain.Assessments.AssessmentKey.ForWorker(Colin.Id), Assessed);
        var talk = own.Keywork with { Worker = Colin.Id, Purpose = Purpose.Talk, Length = TimeSpan.FromMinutes(20), Inform = [Wendy.Id] };

        (await own.Colleague.PostAsync("/api/arrangements/unplanned", new { plan = talk, colleagueTold = Wendy.Id })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-30"
        );
    }

    [Fact]
    public async Task L_30_what_was_read_by_a_clock_ahead_is_not_said_to_have_been_missing_at_the_start()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await ReadyAsync(own);
        await ChangeAsync(own, child => child with { CarePlan = new("CP-1", 4) });
        var clock = new JumpingClock(own.Now.AddSeconds(5), new());
        using var ahead = new Side(own.Server.Services.GetRequiredService<IDocumentStore>(), clock);
        await new Acknowledging(ahead.Ledger, ahead.Writer, ahead.Registers, clock).OfChildAsync(Cleo.Id, Wendy.Id, 4, null, default);
        (await own.Worker.DoAsync(id, "start", Start)).IsDone();

        var why = (await own.HomesManager.GetAsync($"/api/arrangements/{id}/why")).IsDone().As<WhyAllowed>();

        var rules = why.Judgements.Single(judged => judged.Of == "started").Rules;
        Assert.Equal([null, true], rules.Where(rule => rule.Id == "L-30").Select(rule => rule.Met));
        Assert.All(rules, rule => Assert.False(rule.Younger));
    }

    private static async Task<string> ReadyAsync(OakHouse own)
    {
        var id = await own.ApprovedAsync();
        var seen = await own.Colleague.SeeAsync(id);
        (await own.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        await own.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);
        return id;
    }

    private static async Task ChangeAsync(OakHouse own, Func<Child, Child> change)
    {
        var read = (await own.Administrator.GetAsync("/api/children/cleo")).IsDone();
        (await own.Administrator.PutAsync("/api/children/cleo", change(read.As<Child>()), read.ETag)).IsDone();
    }
}
