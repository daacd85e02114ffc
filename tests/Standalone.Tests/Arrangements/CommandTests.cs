using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Overrides;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Arrangements;

public sealed class CommandTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task A_visit_to_the_workers_home_waits_for_a_manager_who_gives_its_grounds()
    {
        var id = await house.RequestedAsync(p =>
            p with
            {
                Place = new("Wendy's stable", Setting.WorkersHome, Secluded: false, Exposure: Exposure.Supervised),
            }
        );
        var seen = await house.HomesManager.SeeAsync(id);
        Assert.Equal("awaitingOverride", seen.Phase);
        Assert.Equal("L-23", Assert.Single(seen.AwaitsDecision));
        Assert.Contains("overrides", seen.MayDo);

        var allow = new ArrangementCommand.DecideOverride("L-23", true, "She visits the worker's home", "The horse is there");
        (await house.HomesManager.DoAsync(id, "overrides", allow)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-24");
        (await house.Senior.DoAsync(id, "overrides", allow)).IsRefused(HttpStatusCode.Forbidden, "L-06");
        var grounds = new CarePlanGrounds("Her pony lives there", "CP-1", 3, "The plan names riding as her strength");
        (await house.HomesManager.DoAsync(id, "overrides", allow with { CarePlan = grounds })).IsDone();

        Assert.Equal("awaitingApproval", (await house.Parent.SeeAsync(id)).Phase);
        (await house.HomesManager.DoAsync(id, "overrides", allow with { FindingId = "L-18" })).IsRefused(HttpStatusCode.Conflict, "phase");
    }

    [Fact]
    public async Task An_approval_is_for_what_was_shown()
    {
        var id = await house.RequestedAsync();

        (await house.HomesManager.DoAsync(id, "approvals", new { })).Is(HttpStatusCode.BadRequest);
        (await house.HomesManager.DoAsync(id, "approvals", new { digest = new string('0', 64) })).IsRefused(
            HttpStatusCode.Conflict,
            "digest"
        );
        (await house.Colleague.DoAsync(id, "approvals", new { (await house.Colleague.SeeAsync(id)).Digest })).IsRefused(
            HttpStatusCode.Forbidden,
            "who"
        );
        await OakHouse.ApproveAsync(id, house.HomesManager);
        await OakHouse.ApproveAsync(id, house.HomesManager);

        Assert.Single((await house.HomesManager.SeeAsync(id)).Approvals);
    }

    [Fact]
    public async Task An_approval_by_telephone_is_written_down_by_a_third_person()
    {
        var id = await house.RequestedAsync();
        var digest = (await house.Senior.SeeAsync(id)).Digest;
        var said = new ArrangementCommand.RecordApproval(
            digest,
            Pat.Id,
            Domain.Approvals.Means.Phone,
            "Read it all to her; she said yes",
            true
        );

        (await house.Worker.DoAsync(id, "recorded-approvals", said)).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Senior.DoAsync(id, "recorded-approvals", said)).IsDone();

        Assert.Equal(Sam.Id, Assert.Single((await house.HomesManager.SeeAsync(id)).Approvals).OnBehalf?.RecordedBy);
        var page = await (await MailedLink.FindAsync(house, Pat, "Your approval was written down")).OpenAsync();
        page.Shows("Prepare what she wants to say");
    }

    [Fact]
    public async Task A_parent_refuses_with_a_reason_and_it_ends()
    {
        var id = await house.RequestedAsync();
        var digest = (await house.Parent.SeeAsync(id)).Digest;

        (await house.Parent.DoAsync(id, "refusals", new { digest, reason = " " })).IsRefused(HttpStatusCode.UnprocessableEntity, "reason");
        (await house.Parent.DoAsync(id, "refusals", new { digest, reason = "Not this week" })).IsDone();

        var seen = await house.Colleague.SeeAsync(id);
        Assert.Equal(("refused", "Not this week", true), (seen.Phase, seen.Reason, seen.IsFinal));
        (await house.HomesManager.DoAsync(id, "approvals", new { digest, reasonClear = true })).IsRefused(HttpStatusCode.Conflict, "phase");
    }

    [Fact]
    public async Task Attempts_to_reach_a_parent_are_written_down()
    {
        var id = await house.RequestedAsync();

        (await house.Senior.DoAsync(id, "contact-attempts", new { person = "pat", how = "Rang twice, no answer" })).IsDone();

        Assert.Contains((await house.Senior.SeeAsync(id)).Attempts, a => a.How == "Rang twice, no answer");
        Assert.Empty((await house.Parent.SeeAsync(id)).Attempts);
    }

    [Fact]
    public async Task A_colleague_reads_the_notice_or_another_confirms_that_they_were_told()
    {
        var id = await house.ApprovedAsync(p => p with { Inform = [Colin.Id, Sam.Id] });
        var digest = (await house.Colleague.SeeAsync(id)).Digest;

        (await house.Colleague.DoAsync(id, "notice", new { digest })).IsDone();
        (await house.Worker.DoAsync(id, "told", new { person = "sam", how = "inPerson" })).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Colleague.DoAsync(id, "told", new { person = "sam", how = "inPerson" })).IsDone();

        Assert.Equal([ToldBy.Notice, ToldBy.InPerson], (await house.Worker.SeeAsync(id)).Told.Select(told => told.How));
    }

    [Fact]
    public async Task It_does_not_start_before_its_window_nor_with_a_safeguard_unconfirmed()
    {
        var id = await house.ApprovedAsync();
        (await house.Colleague.DoAsync(id, "told", new { person = "colin", how = "phone" })).IsDone();
        var plan = (await house.Worker.SeeAsync(id)).Plan;

        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).IsRefused(HttpStatusCode.Conflict, "window");
        await house.Server.Clock.PassToAsync(plan.Start, CancellationToken.None);
        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([])))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "G-05"
        );
        (await house.Colleague.DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).IsDone();
        (await house.Worker.DoAsync(id, "finish")).IsDone();
    }

    [Fact]
    public async Task In_a_session_the_worker_checks_in_and_extends()
    {
        var id = await house.StartedAsync();
        await house.Server.PassAsync(TimeSpan.FromMinutes(10));

        (await house.Worker.DoAsync(id, "check-ins")).IsDone();
        (await house.Worker.DoAsync(id, "extensions", new { by = "00:15:00" })).IsDone();
        (await house.Worker.DoAsync(id, "extensions", new { by = "00:30:00" })).IsRefused(HttpStatusCode.UnprocessableEntity, "by");
        (await house.Worker.DoAsync(id, "extensions", new { by = "-00:15:00" })).IsRefused(HttpStatusCode.UnprocessableEntity, "by");

        var session = (await house.Worker.SeeAsync(id)).Session!;
        Assert.Equal(house.Now, session.LastContact);
        Assert.Equal(TimeSpan.FromMinutes(75), session.ExpectedEnd - session.StartedAt);
        (await house.Worker.DoAsync(id, "finish")).IsDone();
    }

    [Theory]
    [InlineData("help", null)]
    [InlineData("help", "{}")]
    [InlineData("distress", "{\"what\":\"She is crying\"}")]
    [InlineData("distress", null)]
    public async Task A_call_reaches_the_senior_colleague_once_although_request_and_clock_both_deliver_it(string call, string? body)
    {
        var id = await house.StartedAsync();
        var before = MailsToSam();

        (await house.Worker.DoAsync(id, call, body)).IsDone();
        await house.Server.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(before + 1, MailsToSam());
        var escalation = Assert.Single((await house.Senior.SeeAsync(id)).Escalations);
        Assert.Contains(Sam.Id, escalation.Told);
        await EndAsync(id, call == "help" ? "helpNow" : "distress");
    }

    [Fact]
    public async Task An_escalation_is_taken_on_by_a_senior_colleague_and_ends_with_an_outcome()
    {
        var id = await house.StartedAsync();
        (await house.Worker.DoAsync(id, "help")).IsDone();
        const string help = "escalations/helpNow";

        (await house.Worker.DoAsync(id, $"{help}/acknowledgement")).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Senior.DoAsync(id, $"{help}/acknowledgement")).IsDone();
        (await house.HomesManager.DoAsync(id, $"{help}/acknowledgement")).IsRefused(HttpStatusCode.Conflict, "owned");
        Assert.Equal(Sam.Id, Assert.Single((await house.Senior.SeeAsync(id)).Escalations).Owner?.Person);
        var unfit = new { outcome = "toldAnotherWay", note = "x" };
        (await house.Senior.DoAsync(id, $"{help}/outcome", unfit)).IsRefused(HttpStatusCode.UnprocessableEntity, "outcome");
        var safe = new { outcome = "childSeenAndSafe", note = "Both are well; they came down with me" };
        (await house.Senior.DoAsync(id, $"{help}/outcome", safe)).IsDone();

        Assert.Equal("awaitingCloseOut", (await house.Senior.SeeAsync(id)).Phase);
        (await house.Senior.DoAsync(id, "escalations/overdue/outcome", safe)).IsRefused(HttpStatusCode.Conflict, "escalation");
        (await house.Senior.DoAsync(id, "escalations/nonsense/outcome", safe)).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_request_is_withdrawn()
    {
        var id = await house.RequestedAsync();

        (await house.Worker.DoAsync(id, "withdrawal", new { reason = "She is at her aunt's" })).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Colleague.DoAsync(id, "withdrawal", new { reason = "She is at her aunt's" })).IsDone();

        Assert.Equal("withdrawn", (await house.Colleague.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task A_worker_declines_and_it_is_explained_to_the_young_person()
    {
        var id = await house.RequestedAsync();

        (await house.Worker.DoAsync(id, "decline", new { reason = "It should be her keyworker" })).IsDone();
        Assert.Equal<string>(["help", "explanation"], (await house.Worker.SeeAsync(id)).MayDo);
        (await house.Worker.DoAsync(id, "explanation", new { how = "We talked over tea", response = "" })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-26"
        );
        var explained = await house.Worker.DoAsync(
            id,
            "explanation",
            new { how = "We talked over tea", response = "She was fine with it" }
        );

        Assert.True(explained.IsDone().As<ArrangementBrief>().IsFinal);
        Assert.Null((await house.Parent.SeeAsync(id)).Decline);
    }

    [Fact]
    public async Task A_record_that_has_ended_takes_additions_that_say_when_it_happened()
    {
        var id = await house.ClosedAsync();
        var happened = house.Now.AddMinutes(-20);

        (await house.Colleague.DoAsync(id, "addenda", new { text = "She spoke of it at supper", happenedAt = happened })).IsDone();
        (await house.Colleague.DoAsync(id, "addenda", new { text = "Tomorrow's news", happenedAt = house.Now.AddMinutes(1) })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "happenedAt"
        );
        (await house.Colleague.DoAsync(id, "addenda", "{\"text\":\"x\",\"happenedAt\":\"2026-03-01T18:00:00\"}")).Is(
            HttpStatusCode.BadRequest
        );

        var entry = (await house.Colleague.HistoryAsync(id))[^1];
        Assert.Equal(("addendumAdded", happened), (entry.Event!.Value.GetProperty("type").GetString(), entry.HappenedAt));
        Assert.Equal(house.Now, entry.RecordedAt);
    }

    [Fact]
    public async Task Help_is_not_kept_away_by_a_telephone_whose_clock_is_ahead()
    {
        var id = await house.StartedAsync();

        (await house.Worker.DoAsync(id, "check-ins", new { happenedAt = house.Now.AddHours(1) })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "happenedAt"
        );
        (await house.Worker.DoAsync(id, "help", new { happenedAt = house.Now.AddHours(1) })).IsDone();
        await EndAsync(id, "helpNow");
    }

    // An escalation left open would be told again every ten minutes of the other tests' time.
    private async Task EndAsync(string id, string cause)
    {
        var safe = new { outcome = "childSeenAndSafe", note = "Both are well" };
        (await house.Senior.DoAsync(id, $"escalations/{cause}/outcome", safe)).IsDone();
    }

    private int MailsToSam() => house.Server.Mail.Mails.Count(mail => mail.EnvelopeTo.Contains("sam@", StringComparison.Ordinal));
}
