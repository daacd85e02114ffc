using OneToOne.Domain.Arrangements;
using OneToOne.Functions.Tests.Support;
using OneToOne.Service.Arrangements;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

public sealed class AgreementLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private readonly House house = living.House;

    [Fact]
    public async Task An_agreement_is_in_force_while_its_occasions_come_and_go_and_ends_by_itself()
    {
        await house.FurnishAsync();
        var agreement = await house.ApprovedAsync(UntilTenOClock);
        await house.SeesPhaseAsync(agreement, "inForce");

        var occasion = await PlannedAsync(agreement);
        await house.StartAsync(occasion);
        (await house.As(Wendy).DoAsync(occasion, "finish")).IsDone();
        (await house.As(Wendy).DoAsync(occasion, "close-out", new ArrangementCommand.RecordCloseOut(Good))).IsDone();
        await house.SeesPhaseAsync(occasion, "closed");
        await house.EndsAsync(occasion);

        await house.SaysOfItselfAsync(agreement, "inForce");
        Assert.True(await house.IsRunningAsync(agreement));
        await house.SeesPhaseAsync(agreement, "expired");
        await house.EndsAsync(agreement);
    }

    private static CloseOut Good =>
        new("She chose two goals.", false, SexualFeelingsDeclaration.No, NeedsChanged: false, ChildsView: new(true), AsAgreed: true);

    private Plan UntilTenOClock =>
        house.Keywork with
        {
            Standing = new(
                [],
                [house.Keywork.Purpose],
                [house.Keywork.Place.Setting],
                new([.. Enum.GetValues<DayOfWeek>()], new(7, 0), new(22, 0)),
                TimeSpan.FromMinutes(30),
                house.Now.AddHours(4)
            ),
        };

    private async Task<string> PlannedAsync(string agreement)
    {
        var asked = new OccasionAsked(new("Lounge"), house.Now.AddMinutes(30), [Colin.Id], ChangedSinceAgreed: false);
        var id = (await house.As(Wendy).DoAsync(agreement, "occasions", asked)).IsDone().As<ArrangementBrief>().Id.Value;
        var seen = await house.As(Colin).SeeAsync(id);
        Assert.Equal("approved", seen.Phase);
        (await house.As(Colin).DoAsync(id, "notice", new { seen.Digest })).IsDone();
        return id;
    }
}
