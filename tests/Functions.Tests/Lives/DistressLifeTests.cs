using OneToOne.Domain.Concerns;
using OneToOne.Functions.Tests.Support;
using OneToOne.Service.Concerns;
using OneToOne.Service.Http;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

public sealed class DistressLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private readonly House house = living.House;

    [Fact]
    public async Task Distress_in_a_session_opens_its_concern_without_any_timer()
    {
        await house.FurnishAsync();
        var id = await house.StartedAsync();

        (await house.As(Wendy).DoAsync(id, "distress", new { what = "She wept" })).IsDone();

        var concern = await Eventually.GetAsync(OpenedAsync, "its concern is opened");
        Assert.Equal((ConcernKind.Distress, id, "She wept"), (concern.Kind, concern.Source!.Value.Value, concern.What));
        await house.ShortOnesNameNobodyAsync();
    }

    private async Task<ConcernView?> OpenedAsync() =>
        (await house.As(Harriet).GetAsync($"/api/concerns?home={Oak}")).IsDone().As<Page<ConcernView>>().Items.SingleOrDefault();
}
