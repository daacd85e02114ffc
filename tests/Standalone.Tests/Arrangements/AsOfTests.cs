using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Arrangements;

/// <summary>What was known when: a record as it was at any moment.</summary>
public sealed class AsOfTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task It_was_what_everybody_was_told_at_that_moment()
    {
        var told = new List<(Api By, DateTimeOffset At, string Said)>();
        var id = await house.RequestedAsync(plan =>
            plan with
            {
                Place = plan.Place with { Name = "Her room", Setting = Setting.Bedroom, DoorCondition = "The door is open" },
            }
        );
        await ListenAsync();
        var decision = new ArrangementCommand.DecideOverride(
            "L-18",
            true,
            "Her bedroom instead of the lounge",
            "Her collection is on the wall"
        );
        (await house.HomesManager.DoAsync(id, "overrides", decision)).IsDone();
        await ListenAsync();
        await OakHouse.ApproveAsync(id, house.HomesManager);
        await ListenAsync();
        await OakHouse.ApproveAsync(id, house.Parent);
        await ListenAsync();
        var seen = await house.Colleague.SeeAsync(id);
        (await house.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        await ListenAsync();
        await house.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);
        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0], DoorConditionConfirmed: true)))).IsDone();
        await ListenAsync();
        (await house.Worker.DoAsync(id, "distress", new { what = "She wept" })).IsDone();
        await ListenAsync();
        (await house.Senior.DoAsync(id, "escalations/distress/acknowledgement")).IsDone();
        await ListenAsync();
        (
            await house.Senior.DoAsync(id, "escalations/distress/outcome", new { outcome = "childSeenAndSafe", note = "She is well" })
        ).IsDone();
        await ListenAsync();

        Assert.True(told.Count >= 36, $"only {told.Count} answers were heard");
        foreach (var (by, at, said) in told)
        {
            var then = (await by.GetAsync(AsOf(id, at))).IsDone();
            Assert.Equal(said, Comparable(then));
            Assert.All(OfToday, name => Assert.Null(JsonNode.Parse(then.Text)![name]));
        }

        async Task ListenAsync()
        {
            foreach (var api in new[] { house.HomesManager, house.Worker, house.Inspector, house.Parent })
                told.Add((api, house.Now, Comparable((await api.GetAsync($"/api/arrangements/{id}")).IsDone())));
            await house.Server.PassAsync(TimeSpan.FromSeconds(7));
        }
    }

    [Fact]
    public async Task Before_its_first_entry_there_was_nothing_and_what_is_to_come_is_not_told()
    {
        var id = await house.RequestedAsync();

        (await house.HomesManager.GetAsync(AsOf(id, house.Now.AddSeconds(-1)))).Is(HttpStatusCode.NotFound);
        (await house.HomesManager.GetAsync(AsOf(id, house.Now.AddSeconds(1)))).IsRefused(HttpStatusCode.UnprocessableEntity, "at");
        (await house.HomesManager.GetAsync($"/api/arrangements/{id}?at=yesterday")).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whoever_may_not_see_it_now_may_not_see_what_it_was()
    {
        var id = await house.RequestedAsync();

        foreach (var api in new[] { house.Stranger, house.As(Robin), house.Administrator })
            (await api.GetAsync(AsOf(id, house.Now))).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_assessment_can_be_had_as_it_was()
    {
        var before = (await house.HomesManager.GetAsync("/api/assessments/worker.wendy")).IsDone();
        var then = house.Now;
        await house.Server.PassAsync(TimeSpan.FromHours(1));
        await house.AssessAsync(AssessmentKey.ForWorker(Wendy.Id), Assessed with { Precautions = "A colleague rings twice each time" });

        var asOf = (await house.HomesManager.GetAsync($"/api/assessments/worker.wendy?at={Text(then)}")).IsDone();

        // Asked about many moments, the state of a review would tell its date, so it is not told of the past.
        Assert.Equal(before.Text.Replace("\"reviewState\":\"inDate\"", "\"reviewState\":null", StringComparison.Ordinal), asOf.Text);
        Assert.NotEqual(before.Text, (await house.HomesManager.GetAsync("/api/assessments/worker.wendy")).Text);
        (await house.HomesManager.GetAsync($"/api/assessments/worker.wendy?at={Text(then.AddDays(-1))}")).Is(HttpStatusCode.NotFound);
    }

    private static string AsOf(string id, DateTimeOffset at) => $"/api/arrangements/{id}?at={Text(at)}";

    private static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    // Read from the registers of today, so it is not told of the past.
    private static readonly string[] OfToday = ["briefing", "notComfortableAlone", "retainUntil", "timeSoFar"];

    // What could be done then, and which mails were still under way, is not part of what it was.
    private static string Comparable(Reply reply)
    {
        var json = JsonNode.Parse(reply.Text)!.AsObject();
        json.Remove("mayDo");
        json.Remove("unheard");
        foreach (var name in OfToday)
            json.Remove(name);
        return json.ToJsonString();
    }
}
