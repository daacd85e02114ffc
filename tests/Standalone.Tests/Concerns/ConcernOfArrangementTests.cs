using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Concerns;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

public sealed class ConcernOfArrangementTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task An_answer_about_sexual_feelings_after_the_session_opens_a_concern_about_the_worker()
    {
        var id = await house.ClosedAsync(OakHouse.GoodRecord with { SexualFeelings = SexualFeelingsDeclaration.Unsure });

        var concern = Assert.Single(await OfAsync(house, id));

        Assert.Equal((ConcernKind.SexualFeelings, Wendy.Id, Wendy.Id), (concern.Kind, concern.About, concern.RaisedBy));
        Assert.Equal(["L-20"], concern.Duties.AsEnumerable());
        Assert.Equal(ConcernStage.Received, concern.Stage);
        Assert.Equal([Harriet.Id], concern.Told.AsEnumerable());
        Assert.Contains("messageAccepted", await HistoryAsync(concern), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bedrooms_door_that_was_not_as_stated_opens_a_concern()
    {
        var id = await house.RequestedAsync(plan =>
            plan with
            {
                Place = plan.Place with { Name = "Her room", Setting = Setting.Bedroom, DoorCondition = "open throughout" },
            }
        );
        var allowed = new ArrangementCommand.DecideOverride("L-18", Allow: true, "Her own room", "She has a broken leg");
        (await house.HomesManager.DoAsync(id, "overrides", allowed)).IsDone();
        await OakHouse.ApproveAsync(id, house.Senior);
        await OakHouse.ApproveAsync(id, house.Parent);
        var seen = await house.Colleague.SeeAsync(id);
        (await house.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        await house.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);
        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0], true)))).IsDone();
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        var record = OakHouse.GoodRecord with { DoorConditionKept = false };
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record))).IsDone();

        var concern = Assert.Single(await OfAsync(house, id));

        Assert.Equal((ConcernKind.DoorNotKept, Wendy.Id), (concern.Kind, concern.About));
        Assert.Equal(["L-19"], concern.Duties.AsEnumerable());
    }

    [Fact]
    public async Task Distress_opens_a_concern_about_nobody_and_a_second_report_adds_to_it()
    {
        var id = await house.StartedAsync();
        (await house.Worker.DoAsync(id, "distress", new { what = "She wept" })).IsDone();
        await house.Server.PassAsync(TimeSpan.FromMinutes(2));
        (await house.Worker.DoAsync(id, "distress", new { what = "She hides under the table" })).IsDone();

        var concern = Assert.Single(await OfAsync(house, id));

        Assert.Equal((ConcernKind.Distress, null, Wendy.Id), (concern.Kind, concern.About, concern.With));
        Assert.Equal(("She wept", "She hides under the table"), (concern.What, Assert.Single(concern.Addenda).Text));
        await EndAsync(house, id, EscalationCause.Distress);
    }

    [Fact]
    public async Task Distress_reported_after_the_outcome_of_the_first_opens_a_concern_of_its_own()
    {
        var id = await house.StartedAsync();
        (await house.Worker.DoAsync(id, "distress", new { what = "She wept" })).IsDone();
        var first = Assert.Single(await OfAsync(house, id));
        (await house.HomesManager.PostAsync(ConcernLifeTests.To(first.Id.Value, "acknowledgement"))).IsDone();
        var no = new ReferralMade(false, false, null, "She missed her dog");
        (await house.HomesManager.PostAsync(ConcernLifeTests.To(first.Id.Value, "referral"), no)).IsDone();
        var end = new ConcernEnd("She was comforted and slept well");
        (await house.HomesManager.PostAsync(ConcernLifeTests.To(first.Id.Value, "outcome"), end)).IsDone();
        await house.Server.PassAsync(TimeSpan.FromMinutes(2));
        (await house.Worker.DoAsync(id, "distress", new { what = "She hides under the table" })).IsDone();

        var second = Assert.Single(await OfAsync(house, id), c => c.Id != first.Id);

        Assert.Equal(("She hides under the table", ConcernStage.Received), (second.What, second.Stage));
        await EndAsync(house, id, EscalationCause.Distress);
    }

    [Fact]
    public async Task What_took_place_although_nobody_started_it_opens_a_concern()
    {
        var id = await house.ApprovedAsync();
        await house.Server.PassAsync(TimeSpan.FromMinutes(120 + 31));
        await EndAsync(house, id, EscalationCause.NotStarted, EscalationOutcome.TookPlace);

        var concern = Assert.Single(await OfAsync(house, id));

        Assert.Equal((ConcernKind.UnapprovedMeeting, Wendy.Id, Sam.Id), (concern.Kind, concern.About, concern.RaisedBy));
        Assert.Equal(["G-17"], concern.Duties.AsEnumerable());
    }

    [Fact]
    public async Task A_report_names_the_arrangement_it_comes_from_and_its_worker_looks_into_it_no_more_than_before()
    {
        var id = await house.RequestedAsync();
        var report = new ConcernReport(Cleo.Id, ConcernKind.Other, "She is afraid of Thursday", Source: new(id));

        await ConcernLifeTests.ReportedAsync(house.Senior, report);

        var concern = Assert.Single(await OfAsync(house, id));
        Assert.Equal((Wendy.Id, Sam.Id), (concern.With, concern.RaisedBy));
        Assert.DoesNotContain(
            "concern",
            (await house.HomesManager.GetAsync($"/api/arrangements/{id}/history")).Text,
            StringComparison.Ordinal
        );
    }

    private async Task<string> HistoryAsync(ConcernView concern) =>
        (await house.HomesManager.GetAsync($"/api/concerns/{concern.Id}/history")).IsDone().Text;

    internal static async Task<ConcernView[]> OfAsync(OakHouse house, string arrangement)
    {
        await house.Server.PassAsync(TimeSpan.FromSeconds(1));
        var all = (await house.ServiceManager.GetAsync("/api/concerns?home=oak&limit=200")).IsDone().As<Page<ConcernView>>().Items;
        return [.. all.Where(concern => concern.Source == new Domain.ArrangementId(arrangement))];
    }

    internal static async Task EndAsync(
        OakHouse house,
        string id,
        EscalationCause cause,
        EscalationOutcome outcome = EscalationOutcome.ChildSeenAndSafe
    )
    {
        var name = new EscalationName(cause);
        (await house.Senior.DoAsync(id, $"escalations/{name}/acknowledgement")).IsDone();
        (await house.Senior.DoAsync(id, $"escalations/{name}/outcome", new OutcomeSaid(outcome, "I looked"))).IsDone();
    }
}
