using Microsoft.Extensions.DependencyInjection;
using OneToOne.Functions.Timers;
using OneToOne.Service.Checkpoints;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Timers;

public sealed class ReviewTimerTests(QuietHouse quiet) : IClassFixture<QuietHouse>
{
    [Fact]
    public async Task Reviews_are_enforced_when_they_are_due_and_the_daily_work_is_done_once_a_day()
    {
        await RunAsync();
        Assert.Empty(Reminders);
        quiet.Pass(TimeSpan.FromDays(90));

        await RunAsync();
        await RunAsync();

        var told = Reminders.Select(m => m.Id).ToArray();
        Assert.NotEmpty(told);
        Assert.Equal(told.Distinct(), told);
        Assert.Equal(2, (await Shelf.ReadAsync(default)).Count);
    }

    private ICheckpointShelf Shelf => quiet.House.Site.Services.GetRequiredService<ICheckpointShelf>();

    private IEnumerable<Service.Mail.MailMessage> Reminders => quiet.House.Mails(Harriet, "review");

    private Task RunAsync() => quiet.RunAsync<ReviewTimer>((reviews, timer) => reviews.RunAsync(timer, quiet.Instances.Client, default));
}
