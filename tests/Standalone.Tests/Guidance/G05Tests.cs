using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-05: safeguards are named, each with somebody who answers for it, and are in place before the start.</summary>
public sealed class G05Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task G_05_a_plan_without_a_safeguard_with_an_empty_one_or_with_none_that_must_stand_is_refused()
    {
        foreach (
            var safeguards in new Safeguard[][]
            {
                [],
                [new(" ", Wendy.Id, Required: true)],
                [new("The door stays open", Wendy.Id, Required: false)],
            }
        )
            (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Safeguards = [.. safeguards] })).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "G-05"
            );
    }

    [Fact]
    public async Task G_05_nothing_starts_before_a_required_safeguard_is_confirmed()
    {
        var id = await house.ApprovedAsync(plan =>
            plan with
            {
                Safeguards =
                [
                    .. plan.Safeguards,
                    new("Colin looks in at half time", Colin.Id, Required: true),
                    new("There is tea for both", Wendy.Id, false),
                ],
            }
        );
        var seen = await house.Colleague.SeeAsync(id);
        (await house.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        await house.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);

        var refused = await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0])));
        Assert.Equal<IEnumerable<string?>>(
            ["safeguardsConfirmed[1]"],
            refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-05").Fields
        );

        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0, 1])))).IsDone();
        Assert.Equal("active", (await house.Worker.SeeAsync(id)).Phase);
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
    }
}
