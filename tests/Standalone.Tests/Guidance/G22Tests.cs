using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-22: signs that say a room is taken are avoided.</summary>
public sealed class G22Tests(OakHouse house) : OverrideRow(house)
{
    protected override string Id => "G-22";

    protected override Plan Departing(Plan plan) => plan with { EngagedSign = true };

    [Fact]
    public async Task G_22_it_is_asked_and_silence_refuses() =>
        Assert.Equal<IEnumerable<string?>>(
            ["engagedSign"],
            (await House.Colleague.PostAsync("/api/arrangements", House.Keywork with { EngagedSign = null }))
                .IsRefused(HttpStatusCode.UnprocessableEntity, "G-22")
                .Fields
        );

    [Fact]
    public async Task G_22_without_a_sign_it_goes_on_to_approval() =>
        Assert.Equal("awaitingApproval", (await House.HomesManager.SeeAsync(await House.RequestedAsync())).Phase);

    [Fact]
    public async Task G_22_a_talk_that_starts_now_does_without_a_sign()
    {
        (await UnplannedTalk.StartAsync(House, plan => plan with { EngagedSign = true })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "G-22"
        );
        (await UnplannedTalk.StartAsync(House, plan => plan with { EngagedSign = null })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "G-22"
        );
        await UnplannedTalk.IsHeardAsync(House, plan => plan);
    }
}
