using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-01: the occasion takes nothing away from the family contact that the care plan provides for.</summary>
public sealed class L01Tests(OakHouse house) : OverrideRow(house)
{
    protected override string Id => "L-01";

    protected override Plan Departing(Plan plan) => plan with { FamilyContact = FamilyContact.Replaces };

    [Fact]
    public async Task L_01_it_is_asked_and_silence_refuses() =>
        Assert.Equal<IEnumerable<string?>>(
            ["familyContact"],
            (await House.Colleague.PostAsync("/api/arrangements", House.Keywork with { FamilyContact = null }))
                .IsRefused(HttpStatusCode.UnprocessableEntity, "L-01")
                .Fields
        );

    [Fact]
    public async Task L_01_what_falls_on_the_time_of_family_contact_waits_for_a_decision_too()
    {
        var id = await House.RequestedAsync(plan => plan with { FamilyContact = FamilyContact.Clashes });

        Assert.Equal("L-01", Assert.Single((await House.HomesManager.SeeAsync(id)).AwaitsDecision));
    }

    [Fact]
    public async Task L_01_what_takes_nothing_away_goes_on_to_approval() =>
        Assert.Equal("awaitingApproval", (await House.HomesManager.SeeAsync(await House.RequestedAsync())).Phase);
}
