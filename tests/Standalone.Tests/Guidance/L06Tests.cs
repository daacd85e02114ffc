using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>
/// L-06: only a homes manager or service manager decides to depart from the guidance, never the requester or the worker. The tests of each row
/// that can be lifted say the same of it.
/// </summary>
public sealed class L06Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly ArrangementCommand.DecideOverride Allow = new(
        "G-22",
        true,
        "A sign hangs at the door",
        "Others walked in twice"
    );

    [Fact]
    public async Task L_06_a_senior_manager_a_homes_manager_of_another_home_and_an_administrator_do_not_decide()
    {
        var id = await house.RequestedAsync(plan => plan with { EngagedSign = true });

        (await house.Senior.DoAsync(id, "overrides", Allow)).IsRefused(HttpStatusCode.Forbidden, "L-06");
        (await house.Stranger.DoAsync(id, "overrides", Allow)).Is(HttpStatusCode.NotFound);
        (await house.Administrator.DoAsync(id, "overrides", Allow)).Is(HttpStatusCode.Forbidden);
        (await house.HomesManager.DoAsync(id, "overrides", Allow)).IsDone();
    }

    [Fact]
    public async Task L_06_a_role_that_only_the_token_claims_decides_nothing()
    {
        var id = await house.RequestedAsync(plan => plan with { EngagedSign = true });

        (await house.As(Colin.Id.Value, Role.Worker, Role.HomesManager).DoAsync(id, "overrides", Allow)).IsRefused(
            HttpStatusCode.Forbidden,
            "L-06"
        );
    }

    [Fact]
    public async Task L_06_what_nobody_can_lift_waits_for_no_decision()
    {
        var id = await house.RequestedAsync(plan => plan with { EngagedSign = true });

        (await house.HomesManager.DoAsync(id, "overrides", Allow with { FindingId = "L-20" })).IsRefused(
            HttpStatusCode.Conflict,
            "finding"
        );
    }
}
