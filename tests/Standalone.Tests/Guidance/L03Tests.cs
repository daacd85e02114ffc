using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-03: a talk that a child asks for may start unplanned where the assessment permits it, and a manager reviews it.</summary>
[Trait("Store", "Own")]
public sealed class L03Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task L_03_a_start_that_was_not_planned_is_reviewed_by_a_manager_afterwards()
    {
        var id = (await UnplannedTalk.StartAsync(house, plan => plan)).Is(HttpStatusCode.Created).As<ArrangementBrief>().Id.Value;
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
        var seen = await house.HomesManager.SeeAsync(id);
        Assert.False(seen.IsFinal);
        Assert.Equal(seen.Session!.StartedAt.AddHours(72), seen.ReviewDueAt);

        (await house.Worker.DoAsync(id, "unplanned-review", new { notes = "It was fine" })).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.HomesManager.DoAsync(id, "unplanned-review", new { notes = "Homesick; handled well." })).IsDone();

        Assert.True((await house.HomesManager.SeeAsync(id)).IsFinal);
    }

    [Fact]
    public async Task L_03_another_one_waits_until_the_last_is_reviewed_and_only_a_talk_with_one_child_starts_so()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = (await UnplannedTalk.StartAsync(own, plan => plan)).Is(HttpStatusCode.Created).As<ArrangementBrief>().Id.Value;
        (await TryAsync(plan => plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "company");
        (await own.Worker.DoAsync(id, "finish")).IsDone();
        (await TryAsync(plan => plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-20");
        (await own.HomesManager.DoAsync(id, "unplanned-review", new { notes = "Homesick; handled well." })).IsDone();

        (await TryAsync(plan => plan with { Purpose = Purpose.Keywork })).IsRefused(HttpStatusCode.UnprocessableEntity, "L-03");
        (await TryAsync(plan => plan with { AlsoPresent = [Ellis.Id] })).IsRefused(HttpStatusCode.UnprocessableEntity, "company");
        (await TryAsync(plan => plan)).Is(HttpStatusCode.Created);

        Task<Reply> TryAsync(Func<Plan, Plan> change) => UnplannedTalk.TryAsync(own, change);
    }

    [Fact]
    public async Task L_03_of_three_at_the_same_moment_no_two_go_on()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => UnplannedTalk.TryAsync(own, plan => plan)));

        var all = (await own.HomesManager.GetAsync($"/api/arrangements?child={Cleo.Id}")).IsDone().As<Page<ArrangementBrief>>();
        Assert.NotEmpty(all.Items);
        Assert.InRange(all.Items.Count(one => one.Phase == "active"), 0, 1);
    }

    [Fact]
    public async Task L_03_where_the_assessment_does_not_permit_it_nobody_starts()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        await own.AssessAsync(Domain.Assessments.AssessmentKey.ForChild(Cleo.Id), AssessedChild with { PermitsUnplannedStart = false });

        (await UnplannedTalk.StartAsync(own, plan => plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-03");
    }
}
