using System.Net;
using OneToOne.Domain.Children;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Concerns;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Concerns.ConcernLifeTests;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

public sealed class ConcernLinkTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Recorded = "A safeguarding concern was recorded";
    private static readonly ConcernReport Pushed = new(Cleo.Id, ConcernKind.Allegation, "She says that Wendy pushed her", Wendy.Id);

    private static readonly (string, string)[] Referral =
    [
        ("meetsThreshold", "yes"),
        ("referred", "yes"),
        ("to", "The designated officer"),
        ("reason", "An adult may have hurt a child"),
    ];

    [Fact]
    public async Task By_the_link_a_manager_reads_it_takes_it_on_refers_it_and_closes_it()
    {
        var id = await ReportedAsync(house.Colleague, Pushed);
        var link = await MailedLink.FindAsync(house, Harriet, Recorded);

        (await link.LookAsync()).Is(HttpStatusCode.OK).Hides("OAK-1", "pushed", "wendy", "allegation");
        (await link.OpenAsync()).Is(HttpStatusCode.OK).Shows("OAK-1", "She says that Wendy pushed her", "wendy", "Nobody yet");
        Assert.Equal(ConcernStage.Received, (await SeeAsync(house, id)).Stage);

        (await link.DoAsync("acknowledge")).Is(HttpStatusCode.OK).Shows("You, ").Hides("Nobody yet", "I take this on");
        (await link.DoAsync("refer")).Is(HttpStatusCode.UnprocessableEntity).Shows("Say whether it meets the harm threshold.");
        (await link.AnswerAsync("refer", [.. Referral[..1], ("referred", "no"), ("reason", "It was a slip")]))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows("Refer it, or say that it does not meet the threshold and why.");
        (await link.DoAsync("outcome", ("what", "It was a slip"))).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(ConcernStage.Acknowledged, (await SeeAsync(house, id)).Stage);
        (await link.AnswerAsync("refer", Referral)).Is(HttpStatusCode.OK).Shows("Yes, to The designated officer");
        (await link.AnswerAsync("outcome", ("what", "The officer found nothing"))).Is(HttpStatusCode.OK).Shows("it is closed");

        var seen = await SeeAsync(house, id);
        Assert.Equal((ConcernStage.Closed, Harriet.Id, Harriet.Id), (seen.Stage, seen.Referral!.By, seen.Outcome!.By));
        Assert.Contains("linkOpened", (await house.ServiceManager.GetAsync(To(id, "history"))).IsDone().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_what_comes_first_and_by_the_end_of_which_day_it_is_decided()
    {
        await using var own = await OakHouse.OpenAsync(RunningServer.Evening);
        await ReportedAsync(own.Colleague, Pushed);

        (await (await MailedLink.FindAsync(own, Harriet, Recorded)).OpenAsync())
            .Is(HttpStatusCode.OK)
            .Shows("First take it on", "the end of Monday 2 March 2026")
            .Hides("00:00");
    }

    [Fact]
    public async Task Whoever_comes_second_reads_who_looks_into_it()
    {
        var id = await ReportedAsync(house.Colleague, Pushed);
        var link = await MailedLink.FindAsync(house, Harriet, Recorded);
        (await house.ServiceManager.PostAsync(To(id, "acknowledgement"))).IsDone();

        (await link.DoAsync("acknowledge"))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows("Somebody else looks into this already.", "sunil, ");
        Assert.Equal(Sunil.Id, (await SeeAsync(house, id)).Acknowledged!.By);
    }

    [Fact]
    public async Task What_was_added_since_the_page_was_opened_is_read_before_anything_is_decided()
    {
        var id = await ReportedAsync(house.Colleague, Pushed);
        var link = await MailedLink.FindAsync(house, Harriet, Recorded);
        (await link.DoAsync("acknowledge")).Is(HttpStatusCode.OK);
        var opened = await link.OpenAsync();
        (await house.ServiceManager.PostAsync(To(id, "addenda"), new { text = "It was not the first time" })).IsDone();

        (await link.AnswerAsync(opened, "refer", Referral))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows(
                "Something was said about this since you opened the page.",
                "It was not the first time",
                "An adult may have hurt a child"
            );
        (await link.DoAsync("refer", Referral)).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Null((await SeeAsync(house, id)).Referral);
        (await link.AnswerAsync("refer", Referral)).Is(HttpStatusCode.OK).Shows("Yes, to The designated officer");
    }

    [Fact]
    public async Task The_second_click_of_a_decision_is_no_error_and_decides_nothing_more()
    {
        var id = await ReportedAsync(house.Colleague, Pushed);
        var link = await MailedLink.FindAsync(house, Harriet, Recorded);
        (await link.DoAsync("acknowledge")).Is(HttpStatusCode.OK);
        var opened = await link.OpenAsync();

        (await link.AnswerAsync(opened, "refer", Referral)).Is(HttpStatusCode.OK);
        var revision = (await house.ServiceManager.GetAsync(To(id))).IsDone().ETag;
        (await link.AnswerAsync(opened, "refer", Referral)).Is(HttpStatusCode.OK).Shows("Yes, to The designated officer");

        Assert.Equal(revision, (await house.ServiceManager.GetAsync(To(id))).IsDone().ETag);
    }

    [Fact]
    public async Task Without_the_code_nothing_happens_and_five_wrong_ones_lock_it()
    {
        var id = await ReportedAsync(house.Colleague, Pushed);
        var link = await MailedLink.FindAsync(house, Harriet, Recorded);

        (await link.TapAsync("acknowledge")).Is(HttpStatusCode.BadRequest);
        for (var i = 0; i < 5; i++)
            await link.TapAsync("acknowledge", ("code", link.WrongCode));

        (await link.OpenAsync()).Is(HttpStatusCode.Gone).Shows("This link is locked", "Sign in instead");
        Assert.Equal(ConcernStage.Received, (await SeeAsync(house, id)).Stage);
    }

    [Fact]
    public async Task Who_is_barred_after_the_mail_finds_what_a_forged_link_finds()
    {
        await using var own = await OakHouse.OpenAsync(RunningServer.Evening);
        await ReportedAsync(own.Colleague, Pushed);
        var link = await MailedLink.FindAsync(own, Harriet, Recorded);
        var read = await own.Administrator.GetAsync("/api/children/cleo");
        var barred = read.As<Child>() with { Barred = [new(Harriet.Id, "an allegation", own.Now)] };
        (await own.Administrator.PutAsync("/api/children/cleo", barred, read.ETag)).IsDone();

        (await link.LookAsync()).Is(HttpStatusCode.NotFound);
        (await link.OpenAsync()).Is(HttpStatusCode.NotFound).Hides("pushed");
        (await link.DoAsync("acknowledge")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Decided_and_without_an_outcome_its_owner_is_reminded_and_then_the_next_level_until_somebody_records_it()
    {
        await using var own = await OakHouse.OpenAsync(RunningServer.Evening);
        await ReportedAsync(own.Colleague, Pushed);
        await (await MailedLink.FindAsync(own, Harriet, Recorded)).AnswerAsync("refer", Referral);
        await own.Server.PassAsync(TimeSpan.FromDays(13));
        Assert.Equal(["harriet"], Told(own));

        await own.Server.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(["harriet", "harriet"], Told(own));
        await own.Server.PassAsync(TimeSpan.FromDays(14));
        Assert.Equal(["harriet", "harriet", "harriet", "sunil"], Told(own).Order());

        var link = await MailedLink.FindAsync(own, Sunil, "Reminder: a safeguarding concern has no outcome yet");
        (await link.AnswerAsync("outcome", ("what", "The officer found nothing"))).Is(HttpStatusCode.OK).Shows("it is closed");
        await own.Server.PassAsync(TimeSpan.FromDays(60));
        Assert.Equal(4, Told(own).Count());
    }

    [Fact]
    public async Task One_that_is_kept_inside_and_closed_is_told_to_the_next_level_which_refers_it_all_the_same()
    {
        await using var own = await OakHouse.OpenAsync(RunningServer.Evening);
        var id = await ReportedAsync(own.Colleague, Pushed);
        var theirs = await MailedLink.FindAsync(own, Harriet, Recorded);
        await theirs.AnswerAsync("refer", ("meetsThreshold", "no"), ("referred", "no"), ("reason", "It was a slip"));
        (await theirs.AnswerAsync("outcome", ("what", "We talked about it"))).Is(HttpStatusCode.OK).Shows("it is closed");

        var link = await MailedLink.FindAsync(own, Sunil, "Please look: a safeguarding concern was not referred");
        (await link.OpenAsync()).Is(HttpStatusCode.OK).Shows("It was a slip", "Refer it after all").Hides("What came of it?");
        (await link.AnswerAsync("refer", ("meetsThreshold", "no"), ("referred", "no"), ("reason", "I agree with her")))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows("It is closed.");
        (await link.AnswerAsync("refer", Referral)).Is(HttpStatusCode.OK).Shows("Yes, to The designated officer", "What came of it?");

        var seen = await SeeAsync(own, id);
        Assert.Equal((ConcernStage.Decided, Sunil.Id), (seen.Stage, seen.Referral!.By));
        Assert.Equal(["harriet", "sunil"], Told(own));
    }

    private static async Task<ConcernView> SeeAsync(OakHouse house, string id) =>
        (await house.ServiceManager.GetAsync(To(id))).IsDone().As<ConcernView>();

    private static IEnumerable<string> Told(OakHouse own) =>
        own
            .Server.Mail.Mails.Where(mail => mail.Subject.Contains("concern", StringComparison.Ordinal))
            .Select(mail => mail.EnvelopeTo.Trim('<', '>').Split('@')[0]);
}
