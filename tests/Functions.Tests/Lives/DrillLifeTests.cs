using OneToOne.Domain;
using OneToOne.Domain.Drills;
using OneToOne.Functions.Tests.Support;
using OneToOne.Service.Drills;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

public sealed class DrillLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private const string Subject = "DRILL: one-to-one time has not ended";

    private readonly House house = living.House;

    [Fact]
    public async Task A_drill_that_nobody_answers_climbs_through_every_level_by_itself_and_ends()
    {
        await house.FurnishAsync();

        var id = (await house.As(Harriet).PostAsync("/api/drills", new DrillWanted(Oak))).IsDone().As<DrillBrief>().Id;
        await house.MailAsync(Sam, Subject);
        await house.NetBringsAsync(async () => (await ReportAsync(id)).Brief.EndedAt is not null, "the drill ends");

        var report = await ReportAsync(id);
        Assert.Equal(DrillEnding.WentRound, report.Brief.Ending);
        Assert.Equal([Sam.Id, Harriet.Id, Sunil.Id], report.Levels.Select(level => Assert.Single(level.Told).Person));
        Assert.All([Sam, Harriet, Sunil], told => Assert.Single(house.Mails(told, Subject)));
        await house.ShortOnesNameNobodyAsync();
    }

    private async Task<DrillReport> ReportAsync(DrillId id) =>
        (await house.As(Harriet).GetAsync($"/api/drills/{id}")).IsDone().As<DrillReport>();
}
