using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-31: good reasons have names of their own, and what good it did is kept.</summary>
public sealed class L31Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task L_31_each_good_reason_has_a_name()
    {
        foreach (var purpose in Enum.GetValues<Purpose>())
            Assert.Equal(
                purpose,
                (await house.Parent.SeeAsync(await house.RequestedAsync(plan => plan with { Purpose = purpose }))).Plan.Purpose
            );
    }

    [Fact]
    public async Task L_31_the_record_says_what_it_was_good_for()
    {
        var id = await house.FinishedAsync();
        foreach (var summary in new[] { "", "." })
            (await RecordAsync(id, OakHouse.GoodRecord with { Summary = summary })).IsRefused(HttpStatusCode.UnprocessableEntity, "L-31");

        (await RecordAsync(id, OakHouse.GoodRecord)).IsDone();

        Assert.Equal(OakHouse.GoodRecord.Summary, (await house.HomesManager.SeeAsync(id)).CloseOut!.Summary);
    }

    private Task<Reply> RecordAsync(string id, CloseOut record) =>
        house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record));
}
