using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Arrangements;

public sealed class LifeTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task An_occasion_goes_from_a_request_to_a_closed_record()
    {
        var id = await house.ClosedAsync();

        var closed = await house.Worker.SeeAsync(id);

        Assert.Equal("closed", closed.Phase);
        Assert.True(closed.IsFinal);
        Assert.Equal(OakHouse.GoodRecord, closed.CloseOut);
        Assert.Equal("addenda", Assert.Single(closed.MayDo));
    }
}
