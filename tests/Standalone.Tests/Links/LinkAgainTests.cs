using System.Net;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

public sealed class LinkAgainTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Asked = "Please decide";

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
}
