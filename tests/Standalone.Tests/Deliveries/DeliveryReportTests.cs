using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Deliveries;
using OneToOne.Service.DueWork;
using OneToOne.Service.Mail;
using OneToOne.Service.Records;
using OneToOne.Service.Tests.Webhooks;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Deliveries;

/// <summary>What becomes of mails that were accepted and did not arrive: reported at any time, in any order, more than once.</summary>
[Trait("Store", "Own")]
public sealed class DeliveryReportTests
{
    private const string Distress = "distressed";
    private const string Help = "help is asked for";

    private static readonly ArrangementCommand HeShouts = new ArrangementCommand.ReportDistress("He shouts");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_escalation_whose_only_mail_bounces_passes_to_the_next_level_at_once(bool onCosmos)
    {
        await using var post = await PostOffice.OpenAsync(onCosmos: onCosmos);
        await post.StartedAsync();
        await post.SaidAsync(HeShouts);
        var toSam = post.Carrier.Last(Sam, Distress);
        Assert.Equal(0, await post.StepAsync(EscalationCause.Distress));

        await post.BouncedAsync(toSam);

        Assert.Equal(1, await post.StepAsync(EscalationCause.Distress));
        Assert.NotEqual(toSam.Id, post.Carrier.Last(Harriet, Distress).Id);
        Assert.Equal(["MessageAccepted", "MessageFailed"], await post.SaidOfAsync(toSam));
        Assert.Empty((await post.RecordAsync()).Outbox);
        Assert.Empty((await post.Get<Verification>().RunAsync([], default)).Faults);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_report_again_changes_nothing(bool onCosmos)
    {
        await using var post = await PostOffice.OpenAsync(onCosmos: onCosmos);
        await post.StartedAsync();
        await post.SaidAsync(HeShouts);
        var toSam = post.Carrier.Last(Sam, Distress);
        await post.BouncedAsync(toSam);
        var (count, mails) = ((await post.RecordAsync()).Count, post.Carrier.Taken.Length);

        await post.BouncedAsync(toSam);
        await post.ReportAsync(toSam, new DeliveryReport.NotDelivered("quarantined"));

        Assert.Equal((count, mails), ((await post.RecordAsync()).Count, post.Carrier.Taken.Length));
    }

    [Fact]
    public async Task A_report_that_comes_again_because_nobody_heard_of_the_first_is_told_then()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await post.SaidAsync(HeShouts);
        var toSam = post.Carrier.Last(Sam, Distress);
        // The process dies as soon as the report is written down.
        var sent = (await post.Get<SentMails>().FindAsync(toSam.Operation!.Value, default))!;
        await post.Get<ArrangementDeliverer>().ReportAsync(sent, new DeliveryReport.NotDelivered("bounced"), default);
        Assert.NotEmpty((await post.RecordAsync()).Outbox);

        await post.BouncedAsync(toSam);

        Assert.NotNull(post.Carrier.Last(Harriet, Distress));
        Assert.Empty((await post.RecordAsync()).Outbox);
    }

    [Fact]
    public async Task As_long_as_somebody_else_of_the_level_was_reached_it_stays_there()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await post.SaidAsync(new ArrangementCommand.CallHelp());
        Assert.Equal(1, await post.StepAsync(EscalationCause.HelpNow));

        await post.BouncedAsync(post.Carrier.Last(Sam, Help));
        Assert.Equal(1, await post.StepAsync(EscalationCause.HelpNow));
        await post.BouncedAsync(post.Carrier.Last(Harriet, Help));

        Assert.Equal(2, await post.StepAsync(EscalationCause.HelpNow));
        Assert.NotNull(post.Carrier.Last(Sunil, Help));
    }

    [Fact]
    public async Task A_webhook_that_reached_the_same_person_keeps_it_there()
    {
        await using var hook = await WebhookReceiver.StartAsync();
        await using var post = await PostOffice.OpenAsync(sam => sam with { Webhook = hook.Address });
        await post.StartedAsync();
        await post.SaidAsync(HeShouts);

        await post.BouncedAsync(post.Carrier.Last(Sam, Distress));

        Assert.Single(hook.Notices);
        Assert.Equal(0, await post.StepAsync(EscalationCause.Distress));
    }

    [Fact]
    public async Task A_level_that_somebody_has_taken_on_keeps_it_although_a_mail_bounces()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await post.SaidAsync(HeShouts);
        await post.Scene.DoneAsync(Sam, new ArrangementCommand.Acknowledge(EscalationCause.Distress));

        await post.BouncedAsync(post.Carrier.Last(Sam, Distress));

        Assert.Equal(0, await post.StepAsync(EscalationCause.Distress));
    }

    [Fact]
    public async Task A_bounce_of_an_older_level_does_not_move_a_newer_one()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await post.SaidAsync(HeShouts);
        var toSam = post.Carrier.Last(Sam, Distress);
        post.Scene.Clock.Advance(TimeSpan.FromMinutes(60));
        await post.Scene.Host.Arrangements.AdvanceAsync(post.Scene.Id, default);
        await post.DeliverAsync();

        await post.BouncedAsync(toSam);

        Assert.Equal(1, await post.StepAsync(EscalationCause.Distress));
        Assert.Contains("MessageFailed", await post.SaidOfAsync(toSam));
    }

    [Fact]
    public async Task A_request_for_approval_that_bounces_is_escalated_once_and_not_again_after_its_outcome()
    {
        await using var post = await PostOffice.OpenAsync();
        await Properties.Stage.Decide.Before(post.Scene);
        await post.DeliverAsync();
        var toPat = post.Carrier.Last(Pat, "");

        await post.BouncedAsync(toPat);
        Assert.Equal(0, await post.StepAsync(EscalationCause.UndeliverableMail));
        Assert.Contains(post.Carrier.Taken, m => m.To == Harriet.Email && m.Id != toPat.Id);
        await post.Scene.DoneAsync(
            Harriet,
            new ArrangementCommand.RecordOutcome(EscalationCause.UndeliverableMail, EscalationOutcome.ToldAnotherWay, "Rang her")
        );
        await post.BouncedAsync(toPat);

        Assert.Null(await post.StepAsync(EscalationCause.UndeliverableMail));
    }

    [Fact]
    public async Task A_request_or_a_reminder_that_bounces_was_no_attempt_to_reach_the_parent()
    {
        await using var post = await PostOffice.OpenAsync();
        await Properties.Stage.Decide.Before(post.Scene);
        await post.DeliverAsync();
        var asked = post.Carrier.Last(Pat, "");
        post.Scene.Clock.AdvanceTo(ArrangementClock.WakeAt((await post.RecordAsync()).State, Domain.Policies.Policy.Default)!.Value);
        await post.Scene.Host.Arrangements.AdvanceAsync(post.Scene.Id, default);
        await post.DeliverAsync();
        var reminded = post.Carrier.Last(Pat, "");
        Assert.Equal(2, (await post.RecordAsync()).State.ApprovalRound!.Attempts.Length);

        await post.BouncedAsync(reminded);
        Assert.Null(await post.StepAsync(EscalationCause.UndeliverableMail));
        await post.BouncedAsync(asked);

        Assert.NotEqual(asked.Id, reminded.Id);
        Assert.Empty((await post.RecordAsync()).State.ApprovalRound!.Attempts);
        Assert.Empty((await post.Get<Verification>().RunAsync([], default)).Faults);
    }

    [Fact]
    public async Task That_a_mail_arrived_is_written_down_once()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await post.SaidAsync(HeShouts);
        var toSam = post.Carrier.Last(Sam, Distress);

        await post.ArrivedAsync(toSam);
        await post.ArrivedAsync(toSam);

        Assert.Equal(["MessageAccepted", "MessageDelivered"], await post.SaidOfAsync(toSam));
        Assert.Equal(0, await post.StepAsync(EscalationCause.Distress));
    }

    [Fact]
    public async Task A_mail_that_is_said_to_have_arrived_and_then_to_have_bounced_reached_nobody()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await post.SaidAsync(HeShouts);
        var toSam = post.Carrier.Last(Sam, Distress);

        await post.ArrivedAsync(toSam);
        await post.BouncedAsync(toSam);

        Assert.Equal(1, await post.StepAsync(EscalationCause.Distress));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bounce_that_comes_before_the_acceptance_is_written_down_is_not_overwritten_by_it(bool onCosmos)
    {
        await using var post = await PostOffice.OpenAsync(onCosmos: onCosmos);
        await post.StartedAsync();
        post.Carrier.Meanwhile = mail => mail.To == Sam.Email ? post.BouncedAsync(mail) : Task.CompletedTask;

        await post.SaidAsync(HeShouts);

        Assert.Equal(["MessageFailed"], await post.SaidOfAsync(post.Carrier.Last(Sam, Distress)));
        Assert.Equal(1, await post.StepAsync(EscalationCause.Distress));
        Assert.NotNull(post.Carrier.Last(Harriet, Distress));
        Assert.DoesNotContain((await post.RecordAsync()).Reached, r => r.Step == 0);
    }

    [Fact]
    public async Task An_arrival_that_comes_before_the_acceptance_is_written_down_counts_as_both()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        post.Carrier.Meanwhile = post.ArrivedAsync;

        await post.SaidAsync(HeShouts);

        Assert.Equal(["MessageAccepted", "MessageDelivered"], await post.SaidOfAsync(post.Carrier.Last(Sam, Distress)));
        Assert.Equal(0, Assert.Single((await post.RecordAsync()).Reached).Step);
    }

    [Fact]
    public async Task A_mail_that_never_got_away_goes_out_although_somebody_reports_that_it_arrived()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        post.Carrier.Meanwhile = async mail =>
        {
            await post.ArrivedAsync(mail);
            throw new IOException("the server hung up");
        };
        await post.SaidAsync(HeShouts);
        var first = post.Carrier.Last(Sam, Distress);
        post.Carrier.Meanwhile = _ => Task.CompletedTask;
        await post.ArrivedAsync(first);
        Assert.Contains((await post.RecordAsync()).Outbox, m => MailMessage.IdOf(m.Id) == first.Id);
        Assert.Empty((await post.RecordAsync()).Reached);

        post.Scene.Clock.Advance(TimeSpan.FromMinutes(3));
        await post.DeliverAsync();

        Assert.Equal(2, post.Carrier.Taken.Count(m => m.Id == first.Id));
        Assert.Equal(["MessageAccepted", "MessageDelivered"], await post.SaidOfAsync(first));
    }

    [Fact]
    public async Task That_somebody_can_not_be_asked_whether_they_approved_is_for_another_than_who_wrote_it_down()
    {
        await using var post = await PostOffice.OpenAsync();
        await Properties.Stage.Decide.Before(post.Scene);
        await post.DeliverAsync();
        await post.Scene.DoneAsync(
            Harriet,
            new ArrangementCommand.RecordApproval(post.Scene.Shown, Pat.Id, Domain.Approvals.Means.Phone, "She said yes", true)
        );
        await post.DeliverAsync();
        var before = post.Carrier.Taken.Length;

        await post.BouncedAsync(post.Carrier.Last(Pat, "written down"));

        Assert.Equal([Sunil.Email], post.Carrier.Taken.Skip(before).Select(m => m.To));
    }

    [Fact]
    public async Task To_which_address_a_mail_went_is_told_by_the_version_of_its_recipient()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        var diverted = Sam with { Email = new("somebody@else.example"), Version = 2 };
        await post.WriteAsync(diverted);
        await post.SaidAsync(HeShouts);
        var toSam = post.Carrier.Last(diverted, Distress);
        await post.WriteAsync(Sam with { Version = 3 });

        await post.ArrivedAsync(toSam);
        await post.BouncedAsync(toSam);

        Assert.Equal([2, 2, 2], await post.VersionsOfAsync(toSam, Sam));
    }

    [Theory]
    [InlineData(true, "silence")]
    [InlineData(false, "notYetSent")]
    public async Task Nobody_is_said_to_have_been_silent_before_a_message_to_them_was_accepted(bool delivered, string because)
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await post.Scene.DoneAsync(post.Scene.Worker, HeShouts);
        if (delivered)
            await post.DeliverAsync();
        post.Scene.Clock.Advance(TimeSpan.FromMinutes(60));
        await post.Scene.Host.Arrangements.AdvanceAsync(post.Scene.Id, default);

        Assert.Equal(1, await post.StepAsync(EscalationCause.Distress));
        Assert.Equal([because], await post.PassedOnAsync("distress"));
    }

    [Fact]
    public async Task A_report_after_the_end_raises_nothing()
    {
        await using var post = await PostOffice.OpenAsync();
        await Properties.Stage.Decide.Before(post.Scene);
        await post.DeliverAsync();
        await post.Scene.DoneAsync(Colin, new ArrangementCommand.Withdraw("Not needed any more"));
        Assert.True((await post.RecordAsync()).State.IsFinal);

        await post.BouncedAsync(post.Carrier.Last(Pat, ""));

        Assert.True((await post.RecordAsync()).State.IsFinal);
    }

    [Fact]
    public async Task A_report_of_a_mail_that_nobody_here_sent_is_ignored()
    {
        await using var post = await PostOffice.OpenAsync();
        await Properties.Stage.Decide.Before(post.Scene);
        var count = (await post.RecordAsync()).Count;

        await post.Get<DeliveryReports>().TakeAsync(Guid.NewGuid(), new DeliveryReport.NotDelivered("bounced"), default);

        Assert.Equal(count, (await post.RecordAsync()).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mail_that_may_have_been_handed_over_before_a_crash_is_handed_over_again_saying_so(bool onCosmos)
    {
        await using var post = await PostOffice.OpenAsync(onCosmos: onCosmos);
        await post.StartedAsync();
        post.Carrier.Meanwhile = _ => throw new IOException("the process died");
        await post.SaidAsync(HeShouts);
        var first = post.Carrier.Last(Sam, Distress);
        post.Carrier.Meanwhile = _ => Task.CompletedTask;
        post.Scene.Clock.Advance(TimeSpan.FromMinutes(3));
        await post.DeliverAsync();

        var again = post.Carrier.Last(Sam, Distress);
        Assert.Equal((first.Id, first.Operation), (again.Id, again.Operation));
        Assert.Equal((false, true), (first.MayHaveGone, again.MayHaveGone));
    }

    [Fact]
    public async Task What_was_noted_for_reports_is_thrown_away_when_none_will_come()
    {
        await using var post = await PostOffice.OpenAsync();
        await Properties.Stage.Decide.Before(post.Scene);
        await post.DeliverAsync();
        var operation = post.Carrier.Last(Pat, "").Operation!.Value;
        post.Scene.Clock.Advance(TimeSpan.FromDays(6));
        await post.Get<DailyWork>().RunAsync(default);
        Assert.NotNull(await post.Get<SentMails>().FindAsync(operation, default));

        post.Scene.Clock.Advance(TimeSpan.FromDays(1));
        await post.Get<DailyWork>().RunAsync(default);

        Assert.Null(await post.Get<SentMails>().FindAsync(operation, default));
    }
}
