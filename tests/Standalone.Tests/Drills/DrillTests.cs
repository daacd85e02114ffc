using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.Concerns;
using OneToOne.Service.Drills;
using OneToOne.Service.Http;
using OneToOne.Service.Records;
using OneToOne.Service.Tests.Webhooks;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Drills;

/// <summary>A drill through the server's own clock and its mail; each has a house of its own, since a home has one drill at a time.</summary>
public sealed class DrillTests : IAsyncLifetime
{
    private const string Subject = "DRILL: one-to-one time has not ended";

    private OakHouse house = null!;

    public async Task InitializeAsync() => house = await OakHouse.OpenAsync(RunningServer.Evening);

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_drill_that_nobody_answers_goes_through_every_level_once_and_ends()
    {
        var id = await BegunAsync();
        await house.Server.PassAsync(TimeSpan.FromMinutes(10));
        await house.Server.PassAsync(TimeSpan.FromMinutes(10));
        await house.Server.PassAsync(TimeSpan.FromMinutes(10));

        var report = await ReportAsync(id);
        Assert.Equal(DrillEnding.WentRound, report.Brief.Ending);
        Assert.Equal(TimeSpan.FromMinutes(30), report.Brief.EndedAt - report.Brief.BegunAt);
        Assert.Equal([1, 2, 3], report.Levels.Select(l => l.Level));
        Assert.Equal([Sam.Id, Harriet.Id, Sunil.Id], report.Levels.Select(l => Assert.Single(l.Told).Person));
        Assert.All(report.Levels, l => Assert.True(l.Unanswered));
        Assert.All(
            report.Levels,
            l => Assert.Equal(DeliveryFate.Accepted, Assert.Single(l.Told[0].Messages, m => m.Channel == Channel.Mail).Became)
        );
        var mailsThen = await CountAsync();
        await house.Server.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(mailsThen, await CountAsync());
    }

    [Fact]
    public async Task Whoever_takes_it_on_by_the_link_ends_it_with_what_they_would_have_done_and_the_report_says_after_how_long()
    {
        var id = await BegunAsync();
        await house.Server.PassAsync(TimeSpan.FromMinutes(4));
        var link = await MailedLink.FindAsync(house, Sam, Subject);

        Assert.Contains("DRILL", (await link.LookAsync()).Text, StringComparison.Ordinal);
        (await link.OpenAsync()).Is(HttpStatusCode.OK).Shows("This is a drill", "Nobody yet", "1 of 3", "harriet").Hides("cleo", "wendy");
        (await link.DoAsync("acknowledge")).Is(HttpStatusCode.OK).Shows("You, since");
        (await link.DoAsync("outcome")).Is(HttpStatusCode.UnprocessableEntity).Shows("Say in a few words what you would have done.");
        (await link.DoAsync("outcome", ("note", "I would have gone to the lounge")))
            .Is(HttpStatusCode.OK)
            .Shows("DRILL: it has ended", "Recorded by you");

        var report = await ReportAsync(id);
        Assert.Equal((DrillEnding.OutcomeRecorded, Sam.Id), (report.Brief.Ending!.Value, report.OutcomeBy!.Value));
        var level = Assert.Single(report.Levels);
        Assert.Equal(
            (Sam.Id, TimeSpan.FromMinutes(4), false),
            (level.AcknowledgedBy!.Value, level.AcknowledgedAfter!.Value, level.Unanswered)
        );
        (await link.DoAsync("acknowledge")).Is(HttpStatusCode.OK).Shows("DRILL: it has ended");
    }

    [Fact]
    public async Task An_owner_without_an_outcome_passes_it_on_by_the_clock_of_an_owner()
    {
        var id = await BegunAsync();
        (await house.Senior.PostAsync($"/api/drills/{id}/acknowledgement")).IsDone();
        (await house.ServiceManager.PostAsync($"/api/drills/{id}/acknowledgement")).IsRefused(HttpStatusCode.Conflict, "owned");

        await house.Server.PassAsync(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        Assert.Single((await ReportAsync(id)).Levels);
        await house.Server.PassAsync(TimeSpan.FromTicks(1));

        var levels = (await ReportAsync(id)).Levels;
        Assert.Equal(PassedOnBecause.NoOutcome, levels[1].Because);
        (await house.HomesManager.PostAsync($"/api/drills/{id}/outcome", new DrillOutcomeSaid(" "))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "note"
        );
        (await house.HomesManager.PostAsync($"/api/drills/{id}/outcome", new DrillOutcomeSaid("I would have rung Wendy"))).IsDone();
        (await house.HomesManager.PostAsync($"/api/drills/{id}/outcome", new DrillOutcomeSaid("Again"))).IsRefused(
            HttpStatusCode.Conflict,
            "phase"
        );
    }

    [Fact]
    public async Task A_level_that_no_channel_reaches_passes_to_the_next_at_once_and_an_absent_one_is_named()
    {
        var away = new OnCallPerson(Harriet.Id, false, [new Absence(house.Now, house.Now.AddDays(1))]);
        var read = await house.Administrator.GetAsync("/api/homes/oak");
        var home = read.As<Home>();
        var levels = home.OnCall.Levels.Select(l => l.Role == Role.HomesManager ? l with { People = [away] } : l);
        (await house.Administrator.PutAsync("/api/homes/oak", home with { OnCall = new([.. levels]) }, read.ETag)).IsDone();
        house.Server.Mail.When("RCPT TO:<sam@", "550 no such mailbox");

        var id = await BegunAsync();
        await house.Server.PassAsync(TimeSpan.Zero);

        var report = await ReportAsync(id);
        Assert.Equal([1, 2, 3], report.Levels.Select(l => l.Level));
        Assert.Equal(DeliveryFate.Failed, report.Levels[0].Told[0].Messages.First(m => m.Channel == Channel.Mail).Became);
        Assert.Equal(PassedOnBecause.Unreachable, report.Levels[1].Because);
        Assert.Equal((0, Harriet.Id), (report.Levels[1].Told.Length, Assert.Single(report.Levels[1].Absent)));
        Assert.Equal(Sunil.Id, Assert.Single(report.Levels[2].Told).Person);
    }

    [Fact]
    public async Task It_is_a_drill_in_mail_page_webhook_and_log_and_the_real_thing_beside_it_is_not()
    {
        await using var hook = await WebhookReceiver.StartAsync();
        (await house.Administrator.PutAsync("/api/people/sam", Sam with { Webhook = hook.Address }, "\"rev-1\"")).IsDone();
        var real = await house.StartedAsync();
        var id = await BegunAsync(EscalationCause.HelpNow);
        (await house.Worker.DoAsync(real, "help")).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);

        var drill = Assert.Single(hook.Notices, n => n.Body.Contains(id, StringComparison.Ordinal));
        Assert.Contains("\"type\":\"escalationDrill\"", drill.Body, StringComparison.Ordinal);
        Assert.Contains("\"drill\":true", drill.Body, StringComparison.Ordinal);
        var earnest = Assert.Single(hook.Notices, n => n.Body.Contains(real, StringComparison.Ordinal));
        Assert.DoesNotContain("drill", earnest.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"type\":\"escalation\"", earnest.Body, StringComparison.Ordinal);

        var mails = await MailedLink.MailsAsync(house, Sam);
        Assert.Contains(
            mails,
            m => m.Subject == "DRILL: help is asked for" && m.Links[0].AbsolutePath.StartsWith("/l/drill/", StringComparison.Ordinal)
        );
        Assert.Contains(
            mails,
            m =>
                m.Subject == "Look now: help is asked for" && m.Links[0].AbsolutePath.StartsWith("/l/escalation/", StringComparison.Ordinal)
        );
        Assert.Contains(house.Server.Logs.Lines, l => l.Contains($"DRILL {id}", StringComparison.Ordinal));
        Assert.DoesNotContain(
            house.Server.Logs.Lines,
            l => l.Contains(id, StringComparison.Ordinal) && !l.Contains("DRILL", StringComparison.Ordinal)
        );

        // What is answered for the drill ends nothing in earnest, and it raised no concern.
        (await house.Senior.PostAsync($"/api/drills/{id}/outcome", new DrillOutcomeSaid("I would have gone there"))).IsDone();
        Assert.Single((await house.Senior.SeeAsync(real)).Escalations);
        Assert.Empty((await house.HomesManager.GetAsync("/api/concerns?home=oak")).IsDone().Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_is_due_in_earnest_at_the_same_moment_is_told_before_the_drill()
    {
        var real = await house.StartedAsync();
        var overdue = (await house.Worker.SeeAsync(real)).Plan.End + Policy.Default.EndGrace;
        await house.Server.Clock.PassToAsync(overdue - Policy.Default.NextLevel, CancellationToken.None);
        await BegunAsync();

        await house.Server.PassAsync(Policy.Default.NextLevel);
        await MailedLink.MailsAsync(house, Sam);

        var mails = house.Server.Mail.Mails.Select(m => (m.EnvelopeTo, m.Subject)).ToList();
        var earnest = mails.FindIndex(m => m.Subject == "Look now: one-to-one time has not ended");
        var drilled = mails.FindIndex(m => m.Subject.StartsWith(Subject, StringComparison.Ordinal) && m.EnvelopeTo == Harriet.Email!.Value);
        Assert.True(earnest >= 0 && earnest < drilled, string.Join('\n', mails));
        (await house.Senior.DoAsync(real, "escalations/overdue/acknowledgement")).IsDone();
    }

    [Fact]
    public async Task Neither_the_link_nor_the_address_of_one_answers_for_the_other()
    {
        var real = await house.StartedAsync();
        (await house.Worker.DoAsync(real, "help")).IsDone();
        var id = await BegunAsync(EscalationCause.HelpNow);
        var ofReal = await MailedLink.FindAsync(house, Sam, "Look now: help is asked for");
        var ofDrill = await MailedLink.FindAsync(house, Sam, "DRILL: help is asked for");

        var crossed = new[]
        {
            ofReal.With(new(ofReal.Address.AbsoluteUri.Replace("/l/escalation/", "/l/drill/", StringComparison.Ordinal))),
            ofDrill.With(new(ofDrill.Address.AbsoluteUri.Replace("/l/drill/", "/l/escalation/", StringComparison.Ordinal))),
        };
        foreach (var link in crossed)
            Assert.NotEqual(HttpStatusCode.OK, (await link.DoAsync("acknowledge")).Status);
        (await house.Senior.PostAsync($"/api/drills/{real}/acknowledgement")).Is(HttpStatusCode.NotFound);
        (await house.Senior.DoAsync(id, "escalations/helpNow/acknowledgement")).Is(HttpStatusCode.NotFound);
        Assert.Null(Assert.Single((await house.Senior.SeeAsync(real)).Escalations).Owner);
        Assert.Null(Assert.Single((await ReportAsync(id)).Levels).AcknowledgedBy);

        (await ofDrill.DoAsync("acknowledge")).Is(HttpStatusCode.OK);
        Assert.Null(Assert.Single((await house.Senior.SeeAsync(real)).Escalations).Owner);
        Assert.Equal(Sam.Id, Assert.Single((await ReportAsync(id)).Levels).AcknowledgedBy);
    }

    [Fact]
    public async Task A_home_has_one_drill_at_a_time_and_the_same_key_begins_it_once()
    {
        var wanted = new DrillWanted(Oak);
        var first = await house.Senior.PostAsync("/api/drills", wanted, key: "k-1");
        var again = await house.Senior.PostAsync("/api/drills", wanted, key: "k-1");
        Assert.Equal(first.IsDone().Text, again.IsDone().Text);
        (await house.HomesManager.PostAsync("/api/drills", wanted)).IsRefused(HttpStatusCode.Conflict, "drill");
        (await house.Stranger.PostAsync("/api/drills", new DrillWanted(Elm))).IsDone();

        (await house.Senior.PostAsync($"/api/drills/{first.As<DrillBrief>().Id}/outcome", new DrillOutcomeSaid("Gone there"))).IsDone();
        (await house.HomesManager.PostAsync("/api/drills", wanted)).IsDone();

        var list = (await house.Inspector.GetAsync("/api/drills?home=oak")).IsDone().As<Page<DrillBrief>>().Items;
        Assert.Equal([null, DrillEnding.OutcomeRecorded], list.Select(d => d.Ending));
        Assert.All(list, d => Assert.True(d.Drill));
    }

    [Fact]
    public async Task Only_managers_of_the_home_begin_and_answer_drills_and_only_they_and_inspectors_read_them()
    {
        var wanted = new DrillWanted(Oak);
        (await house.Worker.PostAsync("/api/drills", wanted)).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Stranger.PostAsync("/api/drills", wanted)).Is(HttpStatusCode.NotFound);
        foreach (var nobody in new[] { house.Administrator, house.Inspector, house.Parent })
            (await nobody.PostAsync("/api/drills", wanted)).Is(HttpStatusCode.Forbidden);
        var id = await BegunAsync();
        (await house.Worker.PostAsync($"/api/drills/{id}/acknowledgement")).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Worker.GetAsync($"/api/drills/{id}")).Is(HttpStatusCode.Forbidden);
        (await house.Worker.GetAsync("/api/drills?home=oak")).Is(HttpStatusCode.Forbidden);
        foreach (var nobody in new[] { house.Stranger, house.Parent })
            (await nobody.GetAsync($"/api/drills/{id}")).Is(HttpStatusCode.NotFound);
        (await house.Inspector.GetAsync($"/api/drills/{id}")).IsDone();
    }

    [Fact]
    public async Task Its_history_is_kept_like_any_other_and_verifies()
    {
        var id = await BegunAsync();
        (await house.Senior.PostAsync($"/api/drills/{id}/outcome", new DrillOutcomeSaid("Gone there"))).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);

        var (_, report) = await house.Server.Services.GetRequiredService<Checkpointing>().VerifyAsync(CancellationToken.None);

        Assert.Empty(report.Faults);
    }

    private async Task<string> BegunAsync(EscalationCause cause = EscalationCause.Overdue) =>
        (await house.HomesManager.PostAsync("/api/drills", new DrillWanted(Oak, cause))).IsDone().As<DrillBrief>().Id.Value;

    private async Task<DrillReport> ReportAsync(string id) =>
        (await house.HomesManager.GetAsync($"/api/drills/{id}")).IsDone().As<DrillReport>();

    private async Task<int> CountAsync()
    {
        await house.Server.PassAsync(TimeSpan.Zero);
        return house.Server.Mail.Mails.Count(m => m.Subject.Contains("DRILL", StringComparison.Ordinal));
    }
}
