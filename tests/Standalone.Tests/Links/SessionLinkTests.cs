using System.Net;
using System.Text.RegularExpressions;
using OneToOne.Domain.Escalations;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

/// <summary>A worker who has nothing but the mail with the session link.</summary>
public sealed class SessionLinkTests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly (string, string)[] Record =
    [
        ("summary", "Went through the plan; she chose two goals."),
        ("distressed", "no"),
        ("feelings", "No"),
        ("changed", "no"),
        ("numbers", "no"),
        ("private", "no"),
        ("contact", "no"),
        ("comfortable", "yes"),
    ];

    private async Task<(string Id, MailedLink Link)> ApprovedAsync()
    {
        await house.LeaveAsync();
        var id = await house.ApprovedAsync(p => p with { Start = house.Now.AddHours(1) });
        await (await MailedLink.FindAsync(house, Colin, "Please read")).OpenAsync();
        return (id, await MailedLink.FindAsync(house, Wendy, "Your page"));
    }

    private async Task<(string Id, MailedLink Link)> StartedAsync()
    {
        var (id, link) = await ApprovedAsync();
        await house.Server.PassAsync(TimeSpan.FromHours(1));
        (await link.DoAsync("start", ("safeguard", "0"))).Is(HttpStatusCode.OK).Shows("It is under way");
        return (id, link);
    }

    [Fact]
    public async Task A_whole_session_goes_by_the_link_alone()
    {
        var (id, link) = await ApprovedAsync();
        (await link.OpenAsync()).Is(HttpStatusCode.OK).Shows("You can start from", "The door stays open");
        (await link.DoAsync("start", ("safeguard", "0"))).Is(HttpStatusCode.UnprocessableEntity).Shows("It is too early to start.");
        await house.Server.PassAsync(TimeSpan.FromHours(1));

        (await link.DoAsync("start")).Is(HttpStatusCode.UnprocessableEntity).Shows("A required safeguard is not confirmed.");
        (await link.DoAsync("start", ("safeguard", "0"))).Is(HttpStatusCode.OK).Shows("It is under way");
        await house.Server.PassAsync(TimeSpan.FromMinutes(20));
        (await link.DoAsync("check-in")).Is(HttpStatusCode.OK).Shows("It is noted that you are all right.");
        (await link.DoAsync("extend", ("by", "10"), ("until", Until(await link.OpenAsync())))).Is(HttpStatusCode.OK);
        await house.Server.PassAsync(TimeSpan.FromMinutes(45));
        (await link.DoAsync("finish")).Is(HttpStatusCode.OK).Shows("The record of it");
        (await link.DoAsync("close-out", Record)).Is(HttpStatusCode.OK).Shows("It took place and is recorded");

        var closed = await house.Colleague.SeeAsync(id);
        Assert.Equal("closed", closed.Phase);
        Assert.Equal(closed.Session!.StartedAt.AddMinutes(70), closed.Session.ExpectedEnd);
        Assert.Empty(closed.Escalations);
    }

    [Fact]
    public async Task After_its_first_use_help_is_one_tap_and_is_delivered_in_the_same_request()
    {
        var (id, link) = await StartedAsync();

        (await link.LookAsync()).Shows("Help now", "I am all right").Hides("OAK-1", "wendy", "Lounge");
        (await link.TapAsync("help")).Is(HttpStatusCode.OK).Shows("Help is called").Hides("OAK-1", "wendy", "Lounge", "sam", "harriet");

        Assert.Contains(
            house.Server.Mail.Mails,
            m => m.EnvelopeTo == Sam.Email!.Value && m.Subject.Contains("help", StringComparison.Ordinal)
        );
        Assert.Equal(EscalationCause.HelpNow, Assert.Single((await house.Senior.SeeAsync(id)).Escalations).Cause);
    }

    [Fact]
    public async Task After_its_first_use_saying_that_all_is_well_is_one_tap_and_nothing_else_is()
    {
        var (id, link) = await StartedAsync();
        await house.Server.PassAsync(TimeSpan.FromMinutes(30));

        (await link.TapAsync("check-in")).Is(HttpStatusCode.OK).Shows("It is noted that you are all right.");
        (await link.TapAsync("finish")).Is(HttpStatusCode.BadRequest);
        (await link.TapAsync("distress")).Is(HttpStatusCode.BadRequest);

        var seen = await house.Colleague.SeeAsync(id);
        Assert.Equal("active", seen.Phase);
        Assert.Equal(house.Now, seen.Session!.LastContact);
    }

    [Fact]
    public async Task Before_its_first_use_nothing_is_one_tap()
    {
        var (id, link) = await ApprovedAsync();

        (await link.TapAsync("help")).Is(HttpStatusCode.BadRequest).Shows("Type the code from your mail.");

        Assert.Empty((await house.Colleague.SeeAsync(id)).Escalations);
    }

    [Fact]
    public async Task A_link_that_somebody_locked_still_calls_for_help()
    {
        var (id, link) = await StartedAsync();
        for (var i = 0; i < 5; i++)
            await link.TypeAsync(link.WrongCode);

        (await link.LookAsync()).Is(HttpStatusCode.Gone).Shows("This link is locked", "Help now");
        (await link.DoAsync("finish")).Is(HttpStatusCode.Gone);
        (await link.DoAsync("help")).Is(HttpStatusCode.OK).Shows("Help is called");

        Assert.Single((await house.Senior.SeeAsync(id)).Escalations);
    }

    [Fact]
    public async Task That_a_link_was_first_opened_is_in_the_history_and_a_tap_without_its_code_is_no_opening()
    {
        var (id, link) = await ApprovedAsync();
        var before = await OpenedAsync();

        await link.OpenAsync();
        await link.OpenAsync();
        await link.TapAsync("help");

        Assert.Equal(before + 1, await OpenedAsync());

        async Task<int> OpenedAsync() =>
            (await house.HomesManager.HistoryAsync(id)).Count(e =>
                e.Event!.Value.GetProperty("type").GetString() == "linkOpened"
                && e.Event.Value.GetProperty("purpose").GetString() == "session"
            );
    }

    [Fact]
    public async Task Help_stays_one_tap_when_a_locked_link_is_sent_again()
    {
        var (id, link) = await StartedAsync();
        for (var i = 0; i < 5; i++)
            await link.TypeAsync(link.WrongCode);

        (await house.Senior.DoAsync(id, "links", new { person = "wendy", purpose = "session" })).Is(HttpStatusCode.Accepted);
        var again = await MailedLink.FindAsync(house, Wendy, "Your page");

        Assert.NotEqual(link.Code, again.Code);
        (await again.TapAsync("help")).Is(HttpStatusCode.OK).Shows("Help is called");
    }

    [Fact]
    public async Task The_same_tap_for_more_time_sent_twice_extends_once()
    {
        var (id, link) = await StartedAsync();
        var until = Until(await link.OpenAsync());

        await link.DoAsync("extend", ("by", "10"), ("until", until));
        (await link.DoAsync("extend", ("by", "10"), ("until", until))).Is(HttpStatusCode.OK);

        var session = (await house.Colleague.SeeAsync(id)).Session!;
        Assert.Equal(session.StartedAt.AddMinutes(70), session.ExpectedEnd);
    }

    [Fact]
    public async Task A_record_needs_every_answer_and_keeps_what_was_typed()
    {
        var (_, link) = await StartedAsync();
        await link.DoAsync("finish");

        (await link.DoAsync("close-out", ("summary", "Two goals chosen"), ("distressed", "yes")))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows(
                "Say what happened.",
                "Whether any of it had to do with sexual feelings is not answered.",
                "circumstances changed is not answered.",
                "Whether personal telephone numbers were given or used is not answered.",
                "Whether the worker told anything private of their own is not answered.",
                "Whether there was physical contact is not answered.",
                "What the child says of it is missing.",
                "Two goals chosen"
            );
    }

    [Fact]
    public async Task Distress_is_told_at_once_even_without_words()
    {
        var (id, link) = await StartedAsync();

        (await link.DoAsync("distress", ("what", ""))).Is(HttpStatusCode.OK);
        // The clock may have been quicker than the request to take the mail on, and is then still sending it.
        await house.Server.PassAsync(TimeSpan.Zero);

        Assert.Contains(
            house.Server.Mail.Mails,
            m => m.EnvelopeTo == Sam.Email!.Value && m.Subject.Contains("distressed or angry", StringComparison.Ordinal)
        );
        Assert.Equal(EscalationCause.Distress, Assert.Single((await house.Senior.SeeAsync(id)).Escalations).Cause);
    }

    [Fact]
    public async Task Who_declines_says_why_and_records_the_explanation()
    {
        var (id, link) = await ApprovedAsync();

        (await link.DoAsync("decline")).Is(HttpStatusCode.UnprocessableEntity).Shows("Say why you find it inappropriate.");
        (await link.DoAsync("decline", ("decline", "She asked me not to"))).Is(HttpStatusCode.OK).Shows("How was it explained");
        (await link.DoAsync("explain", ("how", "We talked in the kitchen"), ("response", "She was relieved"))).Is(HttpStatusCode.OK);

        Assert.Equal("declinedByWorker", (await house.Colleague.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task Who_declined_signed_in_is_mailed_where_to_record_the_explanation()
    {
        var id = await house.RequestedAsync();
        (await house.Worker.DoAsync(id, "decline", new { reason = "She asked me not to" })).IsDone();
        var link = await MailedLink.FindAsync(house, Wendy, "Please explain it");

        (await link.OpenAsync()).Is(HttpStatusCode.OK).Shows("The worker declined it");
        (await link.DoAsync("explain", ("how", "We talked in the kitchen"), ("response", "She was relieved")))
            .Is(HttpStatusCode.OK)
            .Shows("Nothing is needed from you any more.");

        Assert.Equal("declinedByWorker", (await house.Colleague.SeeAsync(id)).Phase);
    }

    internal static string Until(LinkPage page) => Regex.Match(page.Html, "name=\"until\" value=\"(\\d+)\"").Groups[1].Value;
}
