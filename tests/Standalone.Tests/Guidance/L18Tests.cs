using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-18: the setting is a fitting one; a bedroom needs a decision.</summary>
public sealed class L18Tests(OakHouse house) : OverrideRow(house)
{
    protected override string Id => "L-18";

    protected override Plan Departing(Plan plan) =>
        plan with
        {
            Place = new("Her room", Setting.Bedroom, Secluded: false, DoorCondition: "open throughout", Exposure: Exposure.Supervised),
        };

    [Fact]
    public async Task L_18_any_other_room_of_the_home_needs_no_decision()
    {
        var id = await House.RequestedAsync(plan => plan with { Place = plan.Place with { Name = "Office", Setting = Setting.Room } });

        Assert.Equal("awaitingApproval", (await House.HomesManager.SeeAsync(id)).Phase);
    }
}
