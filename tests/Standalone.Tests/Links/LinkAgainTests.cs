using System.Net;
using OneToOne.Service.Letters;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

public sealed class LinkAgainTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Asked = "Please decide";
    private const string Approved = "What you approved";

    [Fact]
    public async Task A_locked_link_is_sent_again_with_a_new_code_and_the_history_says_who_asked()
    {
        var id = await house.RequestedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, Asked);
        for (var i = 0; i < 5; i++)
            await parent.TypeAsync(parent.WrongCode);

        (await house.Senior.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).Is(HttpStatusCode.Accepted);
        var again = await MailedLink.FindAsync(house, Pat, Asked);

        Assert.NotEqual(parent.Code, again.Code);
        (await parent.OpenAsync()).Is(HttpStatusCode.Forbidden);
        (await again.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.OK).Shows("You approved this");
        var history = (await house.HomesManager.GetAsync($"/api/arrangements/{id}/history?limit=200")).IsDone().Text;
        Assert.Contains("\"type\":\"linkLocked\",\"purpose\":\"approve\",\"person\":\"pat\"", history, StringComparison.Ordinal);
        Assert.Contains(
            "\"type\":\"linkAskedAgain\",\"purpose\":\"approve\",\"to\":\"pat\",\"by\":\"sam\"",
            history,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_link_that_is_not_locked_keeps_its_code()
    {
        var id = await house.RequestedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, Asked);

        (await house.Colleague.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).Is(HttpStatusCode.Accepted);

        Assert.Equal(2, (await MailedLink.MailsAsync(house, Pat)).Count(m => m.Code == parent.Code));
    }

    [Fact]
    public async Task Nobody_gets_a_link_that_they_were_not_sent_before()
    {
        var id = await house.RequestedAsync();

        foreach (
            var (person, purpose) in new[]
            {
                ("robin", "approve"),
                ("wendy", "approve"),
                ("pat", "session"),
                ("pat", "notice"),
                ("nobody", "approve"),
            }
        )
            (await house.HomesManager.DoAsync(id, "links", new { person, purpose })).IsRefused(HttpStatusCode.Conflict, "link");
    }

    [Fact]
    public async Task Only_who_asked_for_it_and_managers_have_links_sent()
    {
        var id = await house.RequestedAsync();

        (await house.Worker.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).Is(HttpStatusCode.Forbidden);
        (await house.Parent.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_approved_by_a_mail_that_is_lost_is_sent_its_link_again_and_takes_the_approval_back_by_it()
    {
        var id = await house.RequestedAsync();
        var lost = await MailedLink.FindAsync(house, Pat, Asked);
        (await lost.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.OK);
        await SendAgainAsync(house.Colleague);
        await OakHouse.ApproveAsync(id, house.HomesManager);
        (await house.Senior.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).IsRefused(HttpStatusCode.Conflict, "link");
        await house.Server.PassAsync(TimeSpan.FromMinutes(5));
        await SendAgainAsync(house.Senior);

        Assert.Equal(2, (await MailedLink.MailsAsync(house, Pat)).Count(m => m.Subject == Approved && m.Code == lost.Code));
        var again = await MailedLink.FindAsync(house, Pat, Approved);
        (await again.OpenAsync()).Is(HttpStatusCode.OK).Shows("You approved this", "If you no longer agree with it");
        (await again.DoAsync("refuse", ("reason", "She comes home upset"))).Is(HttpStatusCode.OK).Shows("You refused this");

        Assert.Equal("refused", (await house.Colleague.SeeAsync(id)).Phase);
        (await house.Senior.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).IsRefused(HttpStatusCode.Conflict, "link");

        async Task SendAgainAsync(Api by) =>
            (await by.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).Is(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_approved_over_the_api_or_on_paper_is_sent_a_link_on_request(bool onPaper)
    {
        var id = await house.RequestedAsync(plan => plan with { Start = plan.Start.AddDays(4) });
        var paper = new
        {
            (await house.Parent.SeeAsync(id)).Digest,
            approver = "pat",
            means = "signedPaper",
            note = "Signed in the hall",
            reasonClear = true,
        };
        if (onPaper)
            (await house.Senior.DoAsync(id, "recorded-approvals", paper)).IsDone();
        else
            await OakHouse.ApproveAsync(id, house.Parent);
        await OakHouse.ApproveAsync(id, house.HomesManager);

        (await house.HomesManager.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).Is(HttpStatusCode.Accepted);
        var link = await MailedLink.FindAsync(house, Pat, Approved);

        var end = (await house.Colleague.SeeAsync(id)).Plan.End;
        (await link.OpenAsync()).Is(HttpStatusCode.OK).Shows($"its link works for that until {HomeTime.Moment(end, Oaks.TimeZone)}");
        (await link.DoAsync("refuse", ("reason", "She comes home upset"))).Is(HttpStatusCode.OK).Shows("You refused this");
        Assert.Equal("refused", (await house.Colleague.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task Who_did_not_approve_is_not_sent_it_once_it_is_approved()
    {
        var id = await house.ApprovedAsync();

        foreach (var person in new[] { "sam", "wendy", "colin" })
            (await house.HomesManager.DoAsync(id, "links", new { person, purpose = "approve" })).IsRefused(HttpStatusCode.Conflict, "link");
    }
}
