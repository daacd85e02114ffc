using OneToOne.Functions.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

public sealed class ClosedLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private readonly House house = living.House;

    [Fact]
    public async Task An_occasion_goes_from_a_request_to_a_closed_record_by_mailed_links_alone()
    {
        await house.FurnishAsync();
        var id = await house.StartedAsync(house.Keywork with { Length = TimeSpan.FromMinutes(60) });
        await house.SeesPhaseAsync(id, "active");
        await house.DoAsync(Wendy, "Your page", "check-in");
        await house.DoAsync(Wendy, "Your page", "finish");

        await house.CloseOutAsync();

        var closed = await house.SeesPhaseAsync(id, "closed");
        Assert.True(closed.IsFinal);
        Assert.Empty(closed.Escalations);
        await house.EndsAsync(id);
    }
}
