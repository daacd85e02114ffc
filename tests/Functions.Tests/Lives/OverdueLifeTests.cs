using OneToOne.Domain.Escalations;
using OneToOne.Functions.Tests.Support;
using OneToOne.Service.Arrangements;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

public sealed class OverdueLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private const string Overdue = "has not ended";

    private readonly House house = living.House;

    [Fact]
    public async Task An_overdue_session_climbs_through_every_level_to_an_outcome()
    {
        await house.FurnishAsync();
        var id = await house.StartedAsync();

        await house.SeesAsync(id, seen => Level(seen) == 3, "the last level was called");
        await house.SaysOfItselfAsync(id, "overdue 3");
        await house.MailAsync(Sam, Overdue);
        await house.MailAsync(Harriet, Overdue);
        await house.DoAsync(Sunil, Overdue, "acknowledge");
        await house.DoAsync(Sunil, Overdue, "outcome", ("outcome", "ChildSeenAndSafe"), ("note", "Both are in the lounge"));

        var seen = await house.As(Sunil).SeeAsync(id);
        Assert.Empty(seen.Escalations);
        Assert.Equal("awaitingCloseOut", seen.Phase);
        Assert.True(await house.IsRunningAsync(id));
        await house.CloseOutAsync();
        await house.SeesPhaseAsync(id, "closed");
        await house.EndsAsync(id);
    }

    private static int Level(ArrangementView seen) =>
        seen
            .Escalations.Where(e => e.Cause == EscalationCause.Overdue)
            .Select(e => EscalationChain.Level(e.Cause, e.Step))
            .SingleOrDefault();
}
