using OneToOne.Domain.Concerns;
using OneToOne.Functions.Tests.Support;
using OneToOne.Service.Concerns;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

public sealed class ConcernLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private const string Recorded = "A safeguarding concern was recorded";

    private readonly House house = living.House;

    [Fact]
    public async Task A_concern_is_told_without_any_timer_and_passed_on_by_itself_until_somebody_acknowledges_it()
    {
        await house.FurnishAsync();
        var report = new ConcernReport(Cleo.Id, ConcernKind.Allegation, "She says that Wendy pushed her", Wendy.Id);
        var id = (await house.As(Colin).PostAsync("/api/concerns", report)).IsDone().As<ConcernReceipt>().Id;

        await house.MailAsync(Harriet, Recorded);
        await house.NetBringsAsync(() => Task.FromResult(house.Mails(Sunil, Recorded).Any()), "it is passed on");

        (await house.As(Sunil).PostAsync($"/api/concerns/{id}/acknowledgement")).IsDone();
        Assert.Equal(ConcernStage.Acknowledged, (await house.As(Harriet).GetAsync($"/api/concerns/{id}")).IsDone().As<ConcernView>().Stage);
        Assert.Empty(house.Mails(Wendy, "concern"));
        await house.ShortOnesNameNobodyAsync();
    }
}
