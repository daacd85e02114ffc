using System.Net;
using OneToOne.Domain.Children;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

/// <summary>Mailing somebody who is barred for the child is the worst thing that this product could do.</summary>
public sealed class BarredTests : IAsyncLifetime
{
    private OakHouse house = null!;

    public async Task InitializeAsync() => house = await OakHouse.OpenAsync(RunningServer.Evening);

    public Task DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Before_anything_is_queued()
    {
        await BarAsync(Pat);
        await house.RequestedAsync();

        Assert.Empty(await MailedLink.MailsAsync(house, Pat));
        Assert.NotEmpty(await MailedLink.MailsAsync(house, Paula));
    }

    [Fact]
    public async Task Before_a_retry()
    {
        house.Server.Mail.When($"RCPT TO:<{Pat.Email!.Value}>", "451 try again later", 1);
        var id = await house.RequestedAsync();
        Assert.Empty(await MailedLink.MailsAsync(house, Pat));
        await BarAsync(Pat);

        await house.Server.PassAsync(TimeSpan.FromMinutes(90));

        Assert.Empty(await MailedLink.MailsAsync(house, Pat));
        var history = (await house.HomesManager.GetAsync($"/api/arrangements/{id}/history?limit=200")).IsDone().Text;
        Assert.Contains("messageSuppressed", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_delivery()
    {
        var id = await house.RequestedAsync();
        var link = await MailedLink.FindAsync(house, Pat, "Please decide");
        (await link.OpenAsync()).Is(HttpStatusCode.OK);
        await BarAsync(Pat);

        await FindsNothingAsync(link, "decide", "refuse");

        Assert.Empty((await house.Colleague.SeeAsync(id)).Approvals);
    }

    [Fact]
    public async Task After_approval()
    {
        var id = await house.RequestedAsync();
        var manager = await MailedLink.FindAsync(house, Harriet, "Please decide");
        var parent = await MailedLink.FindAsync(house, Pat, "Please decide");
        await parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"));
        await manager.DoAsync("decide", ("decision", "approve"), ("clear", "yes"));
        await BarAsync(Pat);

        await FindsNothingAsync(parent, "decide", "refuse");
        var again = await house.HomesManager.DoAsync(id, "links", new { person = "pat", purpose = "approve" });
        again.IsRefused(HttpStatusCode.Conflict, "link");

        Assert.Equal("awaitingApproval", (await house.Colleague.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task Whatever_the_link_is_for()
    {
        (await house.Worker.DoAsync(await house.StartedAsync(p => p with { Start = house.Now.AddHours(1) }), "help")).IsDone();
        (MailedLink, string[])[] links =
        [
            (await MailedLink.FindAsync(house, Wendy, "Your page"), ["start", "extend", "close-out", "decline"]),
            (await MailedLink.FindAsync(house, Colin, "Please read"), []),
            (await MailedLink.FindAsync(house, Sam, "help is asked for"), ["acknowledge", "outcome"]),
        ];
        foreach (var (link, _) in links)
            (await link.OpenAsync()).Is(HttpStatusCode.OK);
        await BarAsync(Wendy, Colin, Sam);

        foreach (var (link, acts) in links)
            await FindsNothingAsync(link, acts);
    }

    [Fact]
    public async Task What_a_worker_barred_since_says_of_the_child_is_heard_and_nothing_is_shown()
    {
        var id = await house.StartedAsync(p => p with { Start = house.Now.AddHours(1) });
        var link = await MailedLink.FindAsync(house, Wendy, "Your page");
        (await link.OpenAsync()).Is(HttpStatusCode.OK);
        await BarAsync(Wendy);

        foreach (var act in new[] { "check-in", "distress", "help", "finish" })
            (await link.DoAsync(act, ("what", "She ran off")))
                .Is(HttpStatusCode.OK)
                .Shows("You were heard")
                .Hides("OAK-1", "wendy", "Lounge", "Oak House", "colin");

        var seen = await house.Senior.SeeAsync(id);
        Assert.Equal("awaitingCloseOut", seen.Phase);
        Assert.Equal(
            [EscalationCause.HelpNow, EscalationCause.Distress, EscalationCause.WorkerBarred],
            seen.Escalations.Select(e => e.Cause).Order()
        );
        (await link.TapAsync("help")).Is(HttpStatusCode.OK).Shows("You were heard");
        (await link.TapAsync("finish")).Is(HttpStatusCode.NotFound);
        (await link.LookAsync()).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nor_is_a_link_sent_to_them_again()
    {
        var id = await house.RequestedAsync();
        await BarAsync(Pat);
        var before = (await MailedLink.MailsAsync(house, Pat)).Length;

        (await house.HomesManager.DoAsync(id, "links", new { person = "pat", purpose = "approve" })).IsRefused(
            HttpStatusCode.Conflict,
            "link"
        );

        Assert.Equal(before, (await MailedLink.MailsAsync(house, Pat)).Length);
    }

    private static async Task FindsNothingAsync(MailedLink link, params string[] acts)
    {
        var address = link.Address.AbsoluteUri;
        var forged = await link.With(new(address[..(address.LastIndexOf('/') + 1)] + "forged")).LookAsync();
        (string, string)[] everything =
        [
            ("decision", "approve"),
            ("clear", "yes"),
            ("reason", "no"),
            ("outcome", "ChildSeenAndSafe"),
            ("note", "x"),
            ("decline", "x"),
        ];
        List<LinkPage> pages =
        [
            await link.LookAsync(),
            await link.OpenAsync(),
            await link.TapAsync(""),
            await link.TypeAsync(link.WrongCode),
        ];
        foreach (var act in acts)
            pages.AddRange(await link.TapAsync(act), await link.DoAsync(act, everything));

        Assert.All(pages, page => Assert.Equal(forged.Html, page.Html));
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.NotFound, page.Status));
    }

    private async Task BarAsync(params Person[] people)
    {
        var read = (await house.Administrator.GetAsync($"/api/children/{Cleo.Id}")).IsDone();
        var barred = people.Select(p => new Bar(p.Id, "An allegation is looked into", house.Now));
        (await house.Administrator.PutAsync($"/api/children/{Cleo.Id}", Cleo with { Barred = [.. barred] }, read.ETag)).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);
    }
}
