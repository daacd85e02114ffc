using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Tests.Webhooks;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Readers;

/// <summary>An evening in the marked house in which every page is read by each who reads it.</summary>
public sealed partial class MarkedLives : IAsyncLifetime
{
    private readonly List<Seen> pages = [];
    private readonly List<Seen> answers = [];

    internal OakHouse House { get; private set; } = null!;

    internal WebhookReceiver Hook { get; private set; } = null!;

    internal IReadOnlyList<Seen> Pages => pages;

    internal IReadOnlyList<Seen> Answers => answers;

    public async Task InitializeAsync()
    {
        House = await OakHouse.OpenAsync(RunningServer.Evening);
        Hook = await WebhookReceiver.StartAsync();
        await MarkedHouse.MarkAsync(House);
        await MarkedHouse.ChangeAsync<Person>(House, "/api/people/sam", sam => sam with { Webhook = Hook.Address });
        await AnybodyAsync();
        await UnplannedAsync();
        await WithheldAsync();
        await WrittenDownAndDeclinedAsync();
        await ChangedAsync();
        await AgreementAsync();
        await DrillAsync();
        await SessionAsync(await DecidedAsync());
        await BarredAsync();
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await Hook.DisposeAsync();
    }

    private async Task<LinkPage> KeepAsync(string name, Reader by, Task<LinkPage> page)
    {
        var shown = await page;
        pages.Add(new(name, by, shown.Html));
        return shown;
    }

    private async Task KeepAsync(Reader by, Api api, string path, object? asked = null)
    {
        var reply = asked is null ? await api.GetAsync(path) : await api.PostAsync(path, asked);
        answers.Add(new(path, by, reply.Text));
    }

    private Task<MailedLink> LinkAsync(Person to, string subject) => MailedLink.FindAsync(House, to, subject);

    private async Task<string> AskedAsync(Plan plan) =>
        (await House.Colleague.PostAsync("/api/arrangements", plan)).IsDone().As<ArrangementBrief>().Id.Value;

    private async Task<string> AllowedAsync(Plan plan)
    {
        var id = await AskedAsync(plan);
        foreach (var finding in (await House.HomesManager.SeeAsync(id)).AwaitsDecision)
        {
            var allow = new ArrangementCommand.DecideOverride(
                finding,
                true,
                finding + "detailsword, said at some length",
                finding + "reasonsword, said at some length"
            );
            (await House.HomesManager.DoAsync(id, "overrides", allow)).IsDone();
        }
        return id;
    }

    private async Task<string> ApprovedAsync(Plan plan)
    {
        var id = await AllowedAsync(plan);
        await OakHouse.ApproveAsync(id, House.HomesManager);
        await OakHouse.ApproveAsync(id, House.Parent);
        return id;
    }

    private async Task AnybodyAsync()
    {
        using var browser = House.Server.Anonymous();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        pages.Add(new("FrontView.front", Reader.Anybody, await browser.GetStringAsync(new Uri("/", UriKind.Relative))));
        var nowhere = await LinkPage.ReadAsync(await browser.GetAsync(new Uri("/nowhere", UriKind.Relative)));
        pages.Add(new("PlainPage.nowhere", Reader.Anybody, nowhere.Html));
        var forged = new MailedLink(browser, new(House.Server.Address, "/l/approve/" + new string('a', 60)), "123456789");
        await KeepAsync("SayingPage.forged", Reader.Anybody, forged.OpenAsync());
    }
}
