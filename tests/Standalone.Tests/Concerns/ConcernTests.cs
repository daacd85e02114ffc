using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Concerns;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

public sealed class ConcernTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string OfOak = "/api/concerns?home=oak";

    [Theory]
    [InlineData("L-20")]
    [InlineData("L-19")]
    public async Task A_request_that_is_a_concern_is_refused_kept_and_told_of_once(string duty)
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var plan =
            duty == "L-20"
                ? own.Keywork with
                {
                    SexualFeelings = SexualFeelingsDeclaration.Unsure,
                }
                : own.Keywork with
                {
                    Place = new("Her room", Setting.Bedroom, Secluded: false, Exposure: Exposure.Supervised),
                };

        (await own.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, duty);
        (await own.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, duty);
        await own.Server.PassAsync(TimeSpan.FromSeconds(1));

        var concern = Assert.Single(await ConcernsAsync(own.HomesManager));
        Assert.Equal((Wendy.Id, Colin.Id, duty), (concern.About, concern.RaisedBy, Assert.Single(concern.Duties)));
        Assert.Equal(plan.Place, concern.Plan!.Place);
        Assert.Equal("harriet@example.org", Assert.Single(own.Server.Mail.Mails).EnvelopeTo.Trim('<', '>'));
        Assert.DoesNotContain("cleo", own.Server.Mail.Mails[0].Raw, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_unplanned_start_that_is_a_concern_is_kept_and_so_is_a_change()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var yes = own.Keywork with { SexualFeelings = SexualFeelingsDeclaration.Yes, Length = TimeSpan.FromMinutes(20) };
        (await own.Worker.PostAsync("/api/arrangements/unplanned", new UnplannedStart(yes, Colin.Id))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-20"
        );
        var id = await own.RequestedAsync();
        var read = await own.Colleague.GetAsync($"/api/arrangements/{id}");
        var changed = read.As<ArrangementView>().Plan with { SexualFeelings = SexualFeelingsDeclaration.Yes };
        (await own.Colleague.PutAsync($"/api/arrangements/{id}/plan", changed, read.ETag)).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-20"
        );

        Assert.Equal(2, (await ConcernsAsync(own.ServiceManager)).Length);
    }

    [Fact]
    public async Task Only_homes_and_service_managers_of_the_home_and_inspectors_read_concerns()
    {
        (await house.Inspector.GetAsync(OfOak)).IsDone();
        foreach (var api in new[] { house.Worker, house.Senior })
            (await api.GetAsync(OfOak)).Is(HttpStatusCode.Forbidden);
        foreach (var api in new[] { house.Parent, house.SocialWorker, house.Administrator })
            (await api.GetAsync(OfOak)).Is(HttpStatusCode.NotFound);
        (await house.Stranger.GetAsync(OfOak)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_concern_about_a_homes_manager_goes_to_the_service_manager_and_past_them()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var read = await own.Administrator.GetAsync("/api/people/harriet");
        var both = read.As<Person>() with { Roles = [Role.HomesManager, Role.Worker], Engagement = new Engagement.Employed() };
        (await own.Administrator.PutAsync("/api/people/harriet", both, read.ETag)).IsDone();
        var plan = own.Keywork with { Worker = Harriet.Id, SexualFeelings = SexualFeelingsDeclaration.Yes };

        (await own.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-20");
        await own.Server.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Empty(await ConcernsAsync(own.HomesManager));
        Assert.Single(await ConcernsAsync(own.ServiceManager));
        Assert.Contains("sunil", Assert.Single(own.Server.Mail.Mails).EnvelopeTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_homes_manager_cannot_be_reached_the_service_manager_is_told()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        own.Server.Mail.When("RCPT TO:<harriet@example.org>", "550 no such mailbox");
        var plan = own.Keywork with { SexualFeelings = SexualFeelingsDeclaration.Yes };

        (await own.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-20");
        await own.Server.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("sunil", Assert.Single(own.Server.Mail.Mails).EnvelopeTo, StringComparison.Ordinal);
        Assert.Equal([Harriet.Id, Sunil.Id], Assert.Single(await ConcernsAsync(own.ServiceManager)).Told.AsEnumerable());
    }

    [Fact]
    public async Task A_concern_in_a_record_is_seen_by_those_who_look_into_it_and_by_nobody_else()
    {
        var id = await house.ClosedAsync(OakHouse.GoodRecord with { SexualFeelings = SexualFeelingsDeclaration.Unsure });
        await house.Server.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Contains("concernRaised", await HistoryAsync(house.HomesManager, id), StringComparison.Ordinal);
        foreach (var other in new[] { house.Worker, house.Colleague, house.Senior, house.Inspector })
            Assert.DoesNotContain("concernRaised", await HistoryAsync(other, id), StringComparison.Ordinal);
        foreach (var other in new[] { house.Colleague, house.Senior, house.Inspector })
        {
            Assert.DoesNotContain("unsure", await HistoryAsync(other, id), StringComparison.Ordinal);
            Assert.DoesNotContain("unsure", (await other.GetAsync($"/api/arrangements/{id}")).IsDone().Text, StringComparison.Ordinal);
        }
        Assert.Equal(SexualFeelingsDeclaration.Unsure, (await house.Worker.SeeAsync(id)).CloseOut?.SexualFeelings);
    }

    private static async Task<ConcernView[]> ConcernsAsync(Api by) =>
        [.. (await by.GetAsync(OfOak)).IsDone().As<Page<ConcernView>>().Items];

    private static async Task<string> HistoryAsync(Api by, string id) =>
        (await by.GetAsync($"/api/arrangements/{id}/history?limit=200")).IsDone().Text;
}
