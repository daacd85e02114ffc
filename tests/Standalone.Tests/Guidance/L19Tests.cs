using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-19: what holds for a bedroom's door is stated, confirmed at the start, and answered at the end.</summary>
public sealed class L19Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task L_19_a_bedroom_without_a_door_condition_is_refused() =>
        (await house.Colleague.PostAsync("/api/arrangements", InBedroom(house.Keywork, null))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-19"
        );

    [Fact]
    public async Task L_19_the_door_is_confirmed_at_the_start_and_answered_at_the_end_and_a_no_is_a_concern()
    {
        var id = await house.RequestedAsync(plan => InBedroom(plan, "open throughout"));
        var allowed = new ArrangementCommand.DecideOverride("L-18", true, "Her own room", "She has a broken leg");
        (await house.HomesManager.DoAsync(id, "overrides", allowed)).IsDone();
        await OakHouse.ApproveAsync(id, house.Senior);
        await OakHouse.ApproveAsync(id, house.Parent);
        var seen = await house.Colleague.SeeAsync(id);
        (await house.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        await house.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);

        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-19"
        );
        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0], true)))).IsDone();
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        (await RecordAsync(id, OakHouse.GoodRecord)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-19");
        (await RecordAsync(id, OakHouse.GoodRecord with { DoorConditionKept = false })).IsDone();

        Assert.Contains(
            await house.HomesManager.HistoryAsync(id),
            entry =>
                entry.Event?.ToString() is { } text
                && text.Contains("concernRaised", StringComparison.Ordinal)
                && text.Contains("L-19", StringComparison.Ordinal)
        );
    }

    private Task<Reply> RecordAsync(string id, CloseOut record) =>
        house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record));

    private static Plan InBedroom(Plan plan, string? door) =>
        plan with
        {
            Place = plan.Place with { Name = "Her room", Setting = Setting.Bedroom, DoorCondition = door },
        };
}
