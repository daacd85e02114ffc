using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Tests.Webhooks;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Deliveries;

/// <summary>What becomes of messages when mail is down, refused or not wanted: by the real server, a real SMTP receiver and a real webhook.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task What_the_mail_server_does_not_take_now_is_sent_again_and_arrives_once()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        house.Server.Mail.When("RCPT TO:<pat@", "451 later", times: 2);
        var id = await house.RequestedAsync();
        await house.Server.PassAsync(TimeSpan.Zero);
        Assert.DoesNotContain(house.Server.Mail.Mails, m => m.EnvelopeTo == Pat.Email!.Value);

        await house.Server.PassAsync(TimeSpan.FromMinutes(7));

        Assert.Single(house.Server.Mail.Mails, m => m.EnvelopeTo == Pat.Email!.Value);
        Assert.Single(await SaidAsync(house, id, "messageAccepted"), e => e.Contains("\"pat\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dead_letter_that_matters_is_escalated_until_somebody_has_told_the_person_another_way()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        house.Server.Mail.When("RCPT TO:<pat@", "550 no such mailbox");
        var id = await house.RequestedAsync();
        await house.Server.PassAsync(TimeSpan.FromSeconds(1));

        var open = Assert.Single((await house.HomesManager.SeeAsync(id)).Escalations);
        Assert.Equal((EscalationCause.UndeliverableMail, 0), (open.Cause, open.Step));
        Assert.Equal(Harriet.Id, Assert.Single(open.Told));
        Assert.Single(await SaidAsync(house, id, "messageFailed"));
        await house.Server.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(0, Assert.Single((await house.HomesManager.SeeAsync(id)).Escalations).Step);

        var outcome = new OutcomeSaid(EscalationOutcome.ToldAnotherWay, "Rang her; she has a new address");
        (await house.HomesManager.DoAsync(id, "escalations/undeliverableMail/outcome", outcome)).IsDone();
        Assert.Empty((await house.HomesManager.SeeAsync(id)).Escalations);
    }

    [Fact]
    public async Task A_level_that_no_channel_reaches_passes_to_the_next_at_once()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var id = await house.StartedAsync();
        house.Server.Mail.When("RCPT TO:<sam@", "550 no such mailbox");

        (await house.Worker.DoAsync(id, "distress", new ArrangementCommand.ReportDistress("He shouts"))).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);

        var open = Assert.Single((await house.ServiceManager.SeeAsync(id)).Escalations);
        Assert.Equal((EscalationCause.Distress, 1), (open.Cause, open.Step));
        Assert.Contains(house.Server.Mail.Mails, m => m.EnvelopeTo == Harriet.Email!.Value && IsDistress(m.Subject));
        Assert.Contains(await SaidAsync(house, id, "escalationPassedOn"), e => e.Contains("unreachable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_escalation_goes_over_the_webhook_too_so_that_a_dead_mailbox_does_not_pass_it_on()
    {
        await using var hook = await WebhookReceiver.StartAsync();
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        (await house.Administrator.PutAsync("/api/people/sam", Sam with { Webhook = hook.Address }, "\"rev-1\"")).IsDone();
        var id = await house.StartedAsync();
        house.Server.Mail.When("RCPT TO:<sam@", "550 no such mailbox");

        (await house.Worker.DoAsync(id, "distress", new ArrangementCommand.ReportDistress("He shouts"))).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);

        Assert.Contains(hook.Notices, n => n.Body.Contains("distress", StringComparison.Ordinal));
        Assert.Equal(0, Assert.Single((await house.ServiceManager.SeeAsync(id)).Escalations).Step);
    }

    [Fact]
    public async Task Somebody_barred_while_a_mail_waits_to_be_sent_again_never_gets_it()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        house.Server.Mail.When("RCPT TO:<pat@", "451 later", times: 1);
        var id = await house.RequestedAsync();
        await house.Server.PassAsync(TimeSpan.Zero);

        var barred = Cleo with { Barred = ImmutableArray.Create(new Bar(Pat.Id, "An allegation is looked into", house.Now)) };
        var seen = (await house.Administrator.GetAsync("/api/children/cleo")).IsDone();
        (await house.Administrator.PutAsync("/api/children/cleo", barred, seen.ETag)).IsDone();
        await house.Server.PassAsync(TimeSpan.FromHours(1));

        Assert.DoesNotContain(house.Server.Mail.Mails, m => m.EnvelopeTo == Pat.Email!.Value);
        Assert.NotEmpty(await SaidAsync(house, id, "messageSuppressed"));
        Assert.Contains(await MailedLink.MailsAsync(house, Paula), m => m.Links.Count > 0);
    }

    [Fact]
    public async Task A_level_whose_only_person_has_left_meanwhile_passes_to_the_next_and_they_get_no_mail()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var id = await house.StartedAsync();
        house.Server.Mail.When("RCPT TO:<sam@", "451 later", times: 1);
        (await house.Worker.DoAsync(id, "distress", new ArrangementCommand.ReportDistress("He shouts"))).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);

        var left = Sam with { LeftOn = DateOnly.FromDateTime(house.Now.UtcDateTime) };
        (await house.Administrator.PutAsync("/api/people/sam", left, "\"rev-1\"")).IsDone();
        await house.Server.PassAsync(TimeSpan.FromSeconds(15));

        Assert.DoesNotContain(house.Server.Mail.Mails, m => m.EnvelopeTo == Sam.Email!.Value && IsDistress(m.Subject));
        Assert.Equal(1, Assert.Single((await house.ServiceManager.SeeAsync(id)).Escalations).Step);
        Assert.Contains(await SaidAsync(house, id, "messageFailed"), e => e.Contains("has left", StringComparison.Ordinal));
    }

    private static bool IsDistress(string subject) => subject.Contains("distressed", StringComparison.Ordinal);

    private static async Task<string[]> SaidAsync(OakHouse house, string id, string type) =>
        [
            .. (await house.HomesManager.HistoryAsync(id))
                .Select(e => $"{e.Event}")
                .Where(e => e.Contains($"\"type\":\"{type}\"", StringComparison.Ordinal)),
        ];
}
