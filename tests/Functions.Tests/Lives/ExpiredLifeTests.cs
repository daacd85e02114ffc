using OneToOne.Functions.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

public sealed class ExpiredLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private readonly House house = living.House;

    [Fact]
    public async Task Whom_nobody_answers_is_reminded_and_the_request_expires_at_the_planned_start()
    {
        await house.FurnishAsync();
        var id = await house.RequestedAsync();
        await house.DoAsync(Harriet, "Please decide", "decide", ("decision", "approve"), ("clear", "yes"));

        await house.SeesPhaseAsync(id, "expired");

        await house.EndsAsync(id);
        Assert.True(house.Now >= (await house.As(Sunil).SeeAsync(id)).Plan.Start);
        Assert.True(house.Mails(Pat, "decide").Count() > 1, "Nobody was reminded.");
    }
}
