using System.Net;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Escalations;

/// <summary>What a worker who has called for help reads of it, and what calling again does.</summary>
public sealed class HelpHeardTests : IAsyncLifetime
{
    private const string Nobody = "Nobody has taken it on yet.";
    private const string NoMessage = "No message got through: shout for help, or telephone 999.";

    private OakHouse house = null!;
    private string id = null!;
    private MailedLink link = null!;

    public async Task InitializeAsync()
    {
        house = await OakHouse.OpenAsync(RunningServer.Evening);
        id = await house.StartedAsync();
        link = await MailedLink.FindAsync(house, Wendy, "Your page");
        (await link.OpenAsync()).Is(HttpStatusCode.OK);
    }

    public Task DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task The_page_says_that_nobody_has_taken_it_on_then_who_has_and_nothing_any_more_when_it_has_ended()
    {
        (await link.DoAsync("help")).Shows("Help is called.", Nobody);
        (await link.DoAsync("check-in")).Shows("It is noted that you are all right.", Nobody);
        await house.Server.PassAsync(TimeSpan.FromMinutes(6));
        (await house.Senior.DoAsync(id, "escalations/helpNow/acknowledgement")).IsDone();

        (await link.OpenAsync()).Shows($"{Sam.Name} has taken it on at 20:06.").Hides(Nobody);
        (await link.TapAsync("check-in")).Shows("Somebody has taken it on at 20:06.").Hides(Sam.Name);
        (await link.DoAsync("finish")).Shows($"{Sam.Name} has taken it on at 20:06.");

        var outcome = new { outcome = "workerReachedSessionEnded", note = "Went there" };
        (await house.Senior.DoAsync(id, "escalations/helpNow/outcome", outcome)).IsDone();
        (await link.OpenAsync()).Hides("Help is called");
    }

    [Fact]
    public async Task The_page_says_so_when_no_message_got_through_and_so_does_the_api()
    {
        house.Server.Mail.When("RCPT TO:", "550 no such mailbox");

        await CallAsync();

        (await link.OpenAsync()).Shows(NoMessage).Hides(Nobody);
        (await link.TapAsync("check-in")).Shows(NoMessage);
        Assert.Equal([EscalationCause.HelpNow], (await house.Worker.SeeAsync(id)).Unheard.ToArray());
    }

    [Fact]
    public async Task While_a_message_is_still_tried_the_page_says_that_nobody_has_taken_it_on()
    {
        house.Server.Mail.When("RCPT TO:", "451 later");

        (await link.TapAsync("help")).Shows(Nobody).Hides(NoMessage);

        Assert.Empty((await house.Worker.SeeAsync(id)).Unheard);
    }

    [Fact]
    public async Task Who_calls_again_a_minute_after_no_message_got_through_has_everybody_told_again()
    {
        house.Server.Mail.When("RCPT TO:", "550 no such mailbox");
        await CallAsync();
        house.Server.Mail.Behave();

        await CallAsync();
        Assert.Equal((0, 0, 0), (Told(Sam), Told(Harriet), Told(Sunil)));
        await house.Server.PassAsync(TimeSpan.FromMinutes(1));
        await CallAsync();

        Assert.Equal((1, 1, 1), (Told(Sam), Told(Harriet), Told(Sunil)));
        (await link.OpenAsync()).Shows(Nobody).Hides(NoMessage);
    }

    // The clock may have been quicker than the request to take the mails on, and is then still sending them.
    private async Task CallAsync()
    {
        (await link.TapAsync("help")).Is(HttpStatusCode.OK).Shows("Help is called.");
        await house.Server.PassAsync(TimeSpan.Zero);
    }

    private int Told(Person person) =>
        house.Server.Mail.Mails.Count(m =>
            m.EnvelopeTo == person.Email!.Value && m.Subject.Contains("help is asked for", StringComparison.Ordinal)
        );
}
