using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-07: such a decision says what is done and why, in two separate answers.</summary>
public sealed class L07Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly ArrangementCommand.DecideOverride Refuse = new(
        "G-22",
        false,
        "A sign hangs at the door",
        "It keeps others out"
    );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task L_07_an_answer_that_is_missing_is_asked_for_whatever_is_decided(bool allow)
    {
        var id = await house.RequestedAsync(plan => plan with { EngagedSign = true });
        var decision = Refuse with { Allow = allow };

        var one = await house.HomesManager.DoAsync(id, "overrides", decision with { Details = "." });
        Assert.Equal<IEnumerable<string?>>(["details"], one.IsRefused(HttpStatusCode.UnprocessableEntity, "L-07").Fields);
        var other = await house.HomesManager.DoAsync(id, "overrides", decision with { Reasons = "." });
        Assert.Equal<IEnumerable<string?>>(["reasons"], other.IsRefused(HttpStatusCode.UnprocessableEntity, "L-07").Fields);
    }

    [Fact]
    public async Task L_07_both_answers_are_kept_apart()
    {
        var id = await house.RequestedAsync(plan => plan with { EngagedSign = true });

        (await house.HomesManager.DoAsync(id, "overrides", Refuse with { Allow = true })).IsDone();

        var kept = Assert.Single((await house.Inspector.SeeAsync(id)).Overrides);
        Assert.Equal((Refuse.Details, Refuse.Reasons), (kept.Details, kept.Reasons));
    }
}
