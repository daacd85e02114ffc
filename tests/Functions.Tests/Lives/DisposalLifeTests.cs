using OneToOne.Domain.Retention;
using OneToOne.Functions.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

public sealed class DisposalLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private readonly House house = living.House;

    [Fact]
    public async Task A_disposal_run_is_carried_out_without_any_timer_once_it_is_approved()
    {
        await house.FurnishAsync();
        await house.AnotherLongGoneAsync();

        var run = await house.DisposalApprovedAsync();

        await Eventually.GetAsync(
            async () => (await house.DisposalAsync(run)) is { CompletedAt: not null } done ? done : null,
            "it is done"
        );
        var done = await house.DisposalAsync(run);
        Assert.Contains(done.Fates, fate => fate.Kept is null);
        await house.ShortOnesNameNobodyAsync();
    }
}
