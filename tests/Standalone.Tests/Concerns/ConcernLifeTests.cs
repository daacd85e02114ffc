using System.Net;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.People;
using OneToOne.Service.Concerns;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

public sealed class ConcernLifeTests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly ConcernReport Pushed = new(Cleo.Id, ConcernKind.Allegation, "She says that Wendy pushed her", Wendy.Id);
    private static readonly ReferralMade ToOfficer = new(true, true, "The designated officer", "An adult may have hurt a child");

    [Fact]
    public async Task It_is_reported_acknowledged_referred_added_to_and_closed()
    {
        var id = await ReportedAsync(house.Colleague, Pushed);

        Assert.Equal(
            ConcernStage.Acknowledged,
            (await house.HomesManager.PostAsync(To(id, "acknowledgement"))).IsDone().As<ConcernView>().Stage
        );
        var decided = (await house.HomesManager.PostAsync(To(id, "referral"), ToOfficer)).IsDone().As<ConcernView>();
        Assert.Equal((true, ToOfficer.To, ToOfficer.Reason), (decided.Referral!.Referred, decided.Referral.To, decided.Referral.Reason));
        (await house.Colleague.PostAsync(To(id, "addenda"), new ConcernAddition("It was in the hall"))).IsDone();
        (await house.HomesManager.PostAsync(To(id, "outcome"), new ConcernEnd("The officer looked into it"))).IsDone();

        var seen = (await house.ServiceManager.GetAsync(To(id))).IsDone().As<ConcernView>();
        Assert.Equal((ConcernStage.Closed, Harriet.Id, Colin.Id), (seen.Stage, seen.Outcome!.By, Assert.Single(seen.Addenda).By));
        var history = (await house.ServiceManager.GetAsync(To(id, "history"))).IsDone().Text;
        foreach (var said in new[] { "raised", "acknowledged", "referralDecided", "addendumAdded", "closed" })
            Assert.Contains($"\"type\":\"{said}\"", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_another_revision_than_the_current_one_is_refused()
    {
        var id = await ReportedAsync(house.Colleague, new(Cleo.Id, ConcernKind.Allegation, "She says that Wendy pushed her", Wendy.Id));
        (await house.HomesManager.PostAsync(To(id, "acknowledgement"))).IsDone();
        var read = (await house.HomesManager.GetAsync(To(id))).IsDone().ETag;
        (await house.Colleague.PostAsync(To(id, "addenda"), new ConcernAddition("It was in the hall"))).IsDone();

        (await house.HomesManager.PostAsync(To(id, "referral"), ToOfficer, ifMatch: read)).Is(HttpStatusCode.PreconditionFailed);
        var now = (await house.HomesManager.GetAsync(To(id))).IsDone().ETag;
        var decided = (await house.HomesManager.PostAsync(To(id, "referral"), ToOfficer, ifMatch: now)).IsDone();

        var end = new ConcernEnd("The officer looked into it");
        (await house.HomesManager.PostAsync(To(id, "outcome"), end, ifMatch: now)).Is(HttpStatusCode.PreconditionFailed);
        (await house.HomesManager.PostAsync(To(id, "outcome"), end, ifMatch: decided.ETag)).IsDone();
    }

    [Fact]
    public async Task An_inspector_sees_that_there_is_one_with_its_clocks_and_nothing_that_it_says()
    {
        var id = await ReportedAsync(house.Colleague, Pushed);
        (await house.HomesManager.PostAsync(To(id, "acknowledgement"))).IsDone();

        var one = (await house.Inspector.GetAsync(To(id))).IsDone();
        Assert.Equal((ConcernStage.Acknowledged, false), (one.As<ConcernClocks>().Stage, one.As<ConcernClocks>().AcknowledgedAt is null));
        var list = (await house.Inspector.GetAsync("/api/concerns?home=oak")).IsDone();
        Assert.Contains(list.As<Page<ConcernClocks>>().Items, c => c.Id.Value == id);
        foreach (var said in new[] { "cleo", "wendy", "colin", "harriet", "pushed", "allegation" })
        {
            Assert.DoesNotContain(said, one.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(said, list.Text, StringComparison.OrdinalIgnoreCase);
        }
        (await house.Inspector.GetAsync(To(id, "history"))).Is(HttpStatusCode.NotFound);
        (await house.Inspector.PostAsync(To(id, "addenda"), new ConcernAddition("x"))).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task It_is_not_closed_undecided_and_silence_decides_nothing()
    {
        var id = await ReportedAsync(house.Worker, Pushed with { About = null, Kind = ConcernKind.Other });

        (await house.HomesManager.PostAsync(To(id, "outcome"), new ConcernEnd("Nothing came of it"))).IsRefused(
            HttpStatusCode.Conflict,
            "phase"
        );
        (await house.HomesManager.PostAsync(To(id, "referral"), "{}")).IsRefused(HttpStatusCode.UnprocessableEntity, "meetsThreshold");
        (await house.HomesManager.PostAsync(To(id, "referral"), ToOfficer with { Referred = false })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "threshold"
        );
        (await house.HomesManager.PostAsync(To(id, "referral"), new ReferralMade(false, false))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "reason"
        );
    }

    [Fact]
    public async Task Whoever_reported_it_sees_that_it_was_received_and_decided_on_and_no_more()
    {
        var id = await ReportedAsync(house.Colleague, Pushed);
        Assert.Equal(ConcernStage.Received, (await house.Colleague.GetAsync(To(id))).IsDone().As<ConcernReceipt>().Stage);
        (await house.HomesManager.PostAsync(To(id, "referral"), ToOfficer)).IsDone();
        (await house.HomesManager.PostAsync(To(id, "outcome"), new ConcernEnd("He stays away"))).IsDone();

        var receipt = (await house.Colleague.GetAsync(To(id))).IsDone();

        Assert.Equal(ConcernStage.Decided, receipt.As<ConcernReceipt>().Stage);
        Assert.Equal(["acknowledgedAt", "id", "raisedAt", "stage"], receipt.Json.EnumerateObject().Select(p => p.Name).Order());
        (await house.Colleague.GetAsync(To(id, "history"))).Is(HttpStatusCode.NotFound);
        (await house.Colleague.PostAsync(To(id, "referral"), ToOfficer)).IsRefused(HttpStatusCode.Forbidden, "who");
        var added = (await house.Colleague.PostAsync(To(id, "addenda"), new ConcernAddition("Her arm is red"))).IsDone();
        Assert.DoesNotContain("officer", added.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_finds_it()
    {
        var id = await ReportedAsync(house.Colleague, Pushed);

        foreach (var api in new[] { house.Worker, house.Senior, house.Parent, house.SocialWorker, house.Stranger, house.Administrator })
        foreach (var what in new[] { "", "history" })
            (await api.GetAsync(To(id, what))).Is(HttpStatusCode.NotFound);
        foreach (var api in new[] { house.Worker, house.Senior, house.Stranger })
            (await api.PostAsync(To(id, "acknowledgement"))).Is(HttpStatusCode.NotFound);
        (await house.Inspector.PostAsync(To(id, "acknowledgement"))).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_report_that_a_child_may_have_feelings_is_about_nobody()
    {
        var report = Pushed with { Kind = ConcernKind.ChildsFeelings, What = "She asked whether I am married, again and again" };

        (await house.Worker.PostAsync("/api/concerns", report)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-20");
        var id = await ReportedAsync(house.Worker, report with { About = null });

        var seen = (await house.HomesManager.GetAsync(To(id))).IsDone().As<ConcernView>();
        Assert.Equal((ConcernKind.ChildsFeelings, null, Wendy.Id), (seen.Kind, seen.About, seen.RaisedBy));
    }

    [Fact]
    public async Task Only_the_staff_of_the_childs_home_report_and_they_say_what()
    {
        (await house.Stranger.PostAsync("/api/concerns", Pushed)).Is(HttpStatusCode.NotFound);
        (await house.Parent.PostAsync("/api/concerns", Pushed)).Is(HttpStatusCode.Forbidden);
        (await house.Colleague.PostAsync("/api/concerns", Pushed with { Child = Ellis.Id })).Is(HttpStatusCode.NotFound);
        (await house.Colleague.PostAsync("/api/concerns", Pushed with { What = null })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "what"
        );
        (await house.Colleague.PostAsync("/api/concerns", Pushed with { About = null })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "about"
        );
        (await house.Colleague.PostAsync("/api/concerns", Pushed with { About = null, AboutNotKnown = true })).Is(HttpStatusCode.Created);
        (await house.Colleague.PostAsync("/api/concerns", Pushed with { Source = new("none") })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "source"
        );
    }

    [Fact]
    public async Task One_key_reports_once_and_acknowledges_once()
    {
        var first = (await house.Colleague.PostAsync("/api/concerns", Pushed, "report-1")).IsDone();
        var again = (await house.Colleague.PostAsync("/api/concerns", Pushed, "report-1")).IsDone();
        Assert.Equal(first.Location, again.Location);
        var id = first.As<ConcernReceipt>().Id.Value;

        var taken = (await house.HomesManager.PostAsync(To(id, "acknowledgement"), null, "take-1")).IsDone();
        Assert.Equal(taken.Text, (await house.HomesManager.PostAsync(To(id, "acknowledgement"), null, "take-1")).IsDone().Text);
        (await house.ServiceManager.PostAsync(To(id, "acknowledgement"))).IsRefused(HttpStatusCode.Conflict, "owned");
    }

    internal static string To(string id, string what = "") => $"/api/concerns/{id}{(what.Length > 0 ? "/" : "")}{what}";

    internal static async Task<string> ReportedAsync(Api by, ConcernReport report)
    {
        var reply = (await by.PostAsync("/api/concerns", report)).Is(HttpStatusCode.Created);
        Assert.Equal(ConcernStage.Received, reply.As<ConcernReceipt>().Stage);
        Assert.EndsWith(reply.As<ConcernReceipt>().Id.Value, $"{reply.Location}", StringComparison.Ordinal);
        return reply.As<ConcernReceipt>().Id.Value;
    }
}
