using OneToOne.Domain.Concerns;
using OneToOne.Domain.Policies;
using OneToOne.Service.Concerns;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Concerns.ConcernLifeTests;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

public sealed class ConcernClockTests
{
    private static readonly DateTimeOffset Friday = new(2026, 3, 6, 17, 0, 0, TimeSpan.Zero);
    private static readonly ConcernReport Pushed = new(Cleo.Id, ConcernKind.Allegation, "She says that Wendy pushed her", Wendy.Id);

    [Fact]
    public async Task Nobody_acknowledges_it_and_the_next_level_is_told_until_somebody_does()
    {
        await using var own = await OakHouse.OpenAsync(Friday);
        var id = await ReportedAsync(own.Colleague, Pushed);
        await own.Server.PassAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(["harriet"], Told(own));

        await own.Server.PassAsync(TimeSpan.FromMinutes(62));
        Assert.Equal(["harriet", "sunil", "sunil"], Told(own));

        (await own.ServiceManager.PostAsync(To(id, "acknowledgement"))).IsDone();
        await own.Server.PassAsync(TimeSpan.FromHours(4));
        Assert.Equal(["harriet", "sunil", "sunil"], Told(own));
    }

    [Fact]
    public async Task Undecided_it_is_reminded_of_over_the_weekend_and_overdue_on_monday_at_five_and_daily_from_then_on()
    {
        await using var own = await OakHouse.OpenAsync(Friday);
        var id = await ReportedAsync(own.Colleague, Pushed);
        (await own.HomesManager.PostAsync(To(id, "acknowledgement"))).IsDone();
        await own.Server.PassAsync(TimeSpan.FromHours(71));
        Assert.Equal(["harriet", "harriet"], Told(own));
        Assert.StartsWith("Reminder: ", own.Server.Mail.Mails[1].Subject, StringComparison.Ordinal);
        Assert.False((await own.HomesManager.GetAsync(To(id))).As<ConcernView>().Overdue);

        await own.Server.PassAsync(TimeSpan.FromHours(26));
        Assert.Equal(["harriet", "harriet", "harriet", "harriet", "sunil", "sunil"], Told(own).Order());
        Assert.True((await own.HomesManager.GetAsync(To(id))).As<ConcernView>().Overdue);

        (await own.HomesManager.PostAsync(To(id, "referral"), new ReferralMade(false, false, null, "She took it back"))).IsDone();
        await own.Server.PassAsync(TimeSpan.FromDays(3));
        Assert.Equal(["sunil"], Told(own).Skip(6));
        Assert.All(own.Server.Mail.Mails, mail => Assert.DoesNotContain("cleo", mail.Raw, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_bank_holiday_of_the_policy_is_no_working_day()
    {
        await using var own = await OakHouse.OpenAsync(Friday);
        var policy = (await own.Administrator.GetAsync("/api/policy")).IsDone();
        var written = policy.As<Policy>() with { BankHolidays = [new(2026, 3, 9)] };
        (await own.ServiceManager.PutAsync("/api/policy", written, policy.ETag)).IsDone();

        var id = await ReportedAsync(own.Colleague, Pushed);

        Assert.Equal(Friday.AddDays(4), (await own.HomesManager.GetAsync(To(id))).As<ConcernView>().ReferBy);
    }

    private static IEnumerable<string> Told(OakHouse own) =>
        own.Server.Mail.Mails.Select(mail => mail.EnvelopeTo.Trim('<', '>').Split('@')[0]);
}
