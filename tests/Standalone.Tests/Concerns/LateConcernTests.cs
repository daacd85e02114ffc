using OneToOne.Domain.Concerns;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Concerns.ConcernLifeTests;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

/// <summary>A server that was down while a concern waited, and people who came on duty meanwhile.</summary>
public sealed class LateConcernTests
{
    private static readonly DateTimeOffset Friday = new(2026, 3, 6, 17, 0, 0, TimeSpan.Zero);
    private static readonly ConcernReport Pushed = new(Cleo.Id, ConcernKind.Allegation, "She says that Wendy pushed her", Wendy.Id);

    internal static Person Helen { get; } = Staff("helen", Oak, Role.HomesManager);

    [Fact]
    public async Task After_hours_of_outage_the_next_level_is_told_and_whoever_has_come_on_duty()
    {
        await using var own = await OpenAsync();
        await ReportedAsync(own.Colleague, Pushed);
        await own.Server.PassAsync(TimeSpan.FromMinutes(1));

        await OutAsync(own, TimeSpan.FromHours(6));

        Assert.Equal(["harriet", "helen", "sunil"], Told(own).Order());
    }

    [Fact]
    public async Task However_much_was_missed_everybody_gets_one_mail()
    {
        await using var own = await OpenAsync();
        await ReportedAsync(own.Colleague, Pushed);
        await own.Server.PassAsync(TimeSpan.FromMinutes(1));

        await OutAsync(own, TimeSpan.FromDays(5));

        Assert.Equal(["harriet", "helen", "sunil"], Told(own).Order());
        Assert.All(own.Server.Mail.Mails, mail => Assert.Equal("A safeguarding concern was recorded", mail.Subject));
    }

    /// <summary>Oak House, where Helen takes over from Harriet as homes manager at a moment.</summary>
    internal static Home HandedOver(DateTimeOffset at)
    {
        OnCallPerson[] shifts = [new(Harriet.Id, false, [new(at, at.AddYears(1))]), new(Helen.Id, false, [new(at.AddYears(-1), at)])];
        return Oaks with
        {
            OnCall = new([.. Oaks.OnCall.Levels.Select(l => l.Role == Role.HomesManager ? l with { People = [.. shifts] } : l)]),
        };
    }

    private static async Task<OakHouse> OpenAsync()
    {
        var own = await OakHouse.OpenAsync(Friday);
        (await own.Administrator.PutAsync($"/api/people/{Helen.Id}", Helen)).IsDone();
        var read = await own.Administrator.GetAsync("/api/homes/oak");
        (await own.Administrator.PutAsync("/api/homes/oak", HandedOver(Friday.AddHours(3)), read.ETag)).IsDone();
        return own;
    }

    private static async Task OutAsync(OakHouse own, TimeSpan length)
    {
        await own.Server.StopAsync();
        own.Server.Clock.AdvanceTo(own.Now + length);
        await own.Server.StartAsync();
        await own.Server.PassAsync(TimeSpan.FromSeconds(1));
    }

    private static IEnumerable<string> Told(OakHouse own) =>
        own.Server.Mail.Mails.Select(mail => mail.EnvelopeTo.Trim('<', '>').Split('@')[0]);
}
