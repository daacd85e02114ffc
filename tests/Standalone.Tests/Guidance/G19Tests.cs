using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-19: remote and secluded places are avoided, or made safe in ways that are named.</summary>
public sealed class G19Tests(OakHouse house) : OverrideRow(house)
{
    private static readonly Place Wood = new("Oak wood", Setting.Outdoors, Secluded: true, Exposure: Exposure.Isolated);
    private static readonly SeclusionMitigation Named = new(PublicRoute: true, PhoneCoverage: true, Colin.Id);

    protected override string Id => "G-19";

    protected override Plan Departing(Plan plan) => plan with { Purpose = Purpose.Community, Place = Wood };

    [Fact]
    public async Task G_19_a_walk_on_a_public_way_that_is_made_safe_needs_no_decision()
    {
        var walk = House.Keywork with { Place = Wood with { Mitigation = Named }, CheckInEvery = TimeSpan.FromMinutes(15) };

        var asked = (await House.Colleague.PostAsync("/api/arrangements", walk)).Is(HttpStatusCode.Created);

        Assert.Equal("awaitingApproval", asked.As<ArrangementBrief>().Phase);
    }

    [Theory]
    [InlineData(false, true, "colin", 15)]
    [InlineData(true, false, "colin", 15)]
    [InlineData(true, true, "wendy", 15)]
    [InlineData(true, true, "colin", null)]
    public async Task G_19_one_of_them_missing_waits_for_a_decision(bool publicRoute, bool coverage, string aware, int? every)
    {
        var id = await House.RequestedAsync(plan =>
            plan with
            {
                Place = Wood with { Mitigation = new(publicRoute, coverage, new(aware)) },
                CheckInEvery = every is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            }
        );

        Assert.Equal("G-19", Assert.Single((await House.HomesManager.SeeAsync(id)).AwaitsDecision));
    }
}
