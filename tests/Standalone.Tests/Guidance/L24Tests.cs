using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Overrides;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-24: only a homes or service manager decides that, for stated circumstances and in line with the current care plan.</summary>
public sealed class L24Tests(OakHouse house) : IClassFixture<OakHouse>
{
    internal static readonly CarePlanGrounds Sound = new(
        "Her pony lives there",
        Cleo.CarePlan.Reference,
        Cleo.CarePlan.Version,
        "The plan names riding as her strength"
    );

    private static readonly ArrangementCommand.DecideOverride Allow = new("L-23", true, "She goes to Wendy's stable", "The pony is there");

    public static TheoryData<string, string, int, string> Unsound =>
        new()
        {
            { "", Sound.CarePlanReference, Sound.CarePlanVersion, Sound.HowInLine },
            { Sound.Circumstances, Sound.CarePlanReference, Sound.CarePlanVersion, " " },
            { Sound.Circumstances, "CP-2", Sound.CarePlanVersion, Sound.HowInLine },
            { Sound.Circumstances, Sound.CarePlanReference, Sound.CarePlanVersion - 1, Sound.HowInLine },
        };

    internal static Plan AtTheWorkersHome(Plan plan) =>
        plan with
        {
            Place = new("Wendy's stable", Setting.WorkersHome, Secluded: false, Exposure: Exposure.Supervised),
        };

    [Theory]
    [MemberData(nameof(Unsound))]
    public async Task L_24_circumstances_and_the_current_care_plan_are_stated(string why, string reference, int version, string how)
    {
        var id = await house.RequestedAsync(AtTheWorkersHome);

        var refused = await house.HomesManager.DoAsync(id, "overrides", Allow with { CarePlan = new(why, reference, version, how) });

        Assert.Equal<IEnumerable<string?>>(["carePlan"], refused.IsRefused(HttpStatusCode.UnprocessableEntity, "L-24").Fields);
        (await house.ServiceManager.DoAsync(id, "overrides", Allow)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-24");
        Assert.Equal("awaitingOverride", (await house.HomesManager.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task L_24_nobody_else_can_with_the_best_of_grounds()
    {
        var id = await house.RequestedAsync(AtTheWorkersHome);

        (await house.Senior.DoAsync(id, "overrides", Allow with { CarePlan = Sound })).IsRefused(HttpStatusCode.Forbidden, "L-06");
        (await house.Administrator.DoAsync(id, "overrides", Allow with { CarePlan = Sound })).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task L_24_with_its_grounds_it_is_allowed_and_approvers_are_shown_them()
    {
        var id = await house.RequestedAsync(AtTheWorkersHome);

        (await house.HomesManager.DoAsync(id, "overrides", Allow with { CarePlan = Sound })).IsDone();

        Assert.Equal(Sound, Assert.Single((await house.Parent.SeeAsync(id)).Overrides).CarePlan);
    }
}
