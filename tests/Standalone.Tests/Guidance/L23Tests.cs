using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Overrides;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-23: a child does not go to a worker's own home unless somebody decides so.</summary>
public sealed class L23Tests(OakHouse house) : OverrideRow(house)
{
    protected override string Id => "L-23";

    protected override CarePlanGrounds Grounds => L24Tests.Sound;

    protected override Plan Departing(Plan plan) => L24Tests.AtTheWorkersHome(plan);

    [Fact]
    public async Task L_23_the_home_of_the_child_s_family_needs_no_decision()
    {
        var id = await House.RequestedAsync(plan => plan with { Place = plan.Place with { Setting = Setting.FamilyHome } });

        Assert.Equal("awaitingApproval", (await House.HomesManager.SeeAsync(id)).Phase);
    }
}
