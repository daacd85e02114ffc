using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

/// <summary>A mail scanner opens every link before its recipient does, and presses every button that it finds.</summary>
public sealed class ScannerTests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly (string, string)[] Everything =
    [
        ("decision", "approve"),
        ("decision", "allow"),
        ("reason", "because"),
        ("outcome", "DidNotTakePlace"),
        ("note", "scanned"),
        ("safeguard", "0"),
        ("decline", "scanned"),
    ];

    [Fact]
    public async Task It_approves_nothing() => await ScanAsync(await house.RequestedAsync(), Pat, "Please decide", ["decide", "refuse"]);

    [Fact]
    public async Task It_tells_nobody() => await ScanAsync(await house.ApprovedAsync(), Colin, "Please read", []);

    [Fact]
    public async Task It_starts_and_declines_nothing_and_calls_nobody() =>
        await ScanAsync(
            await house.ApprovedAsync(),
            Wendy,
            "Your page",
            ["read", "start", "check-in", "help", "distress", "extend", "finish", "close-out", "decline", "explain"]
        );

    [Fact]
    public async Task It_takes_on_and_ends_no_escalation()
    {
        var id = await house.StartedAsync();
        (await house.Worker.DoAsync(id, "help")).IsDone();

        await ScanAsync(id, Sam, "help is asked for", ["acknowledge", "outcome", "close-out", "explain", "review"]);
    }

    private async Task ScanAsync(string id, Person to, string subject, string[] acts)
    {
        var link = await MailedLink.FindAsync(house, to, subject);
        var before = await HistoryAsync(id);

        var page = await link.LookAsync();
        await link.HeadAsync();
        foreach (var (action, values) in page.Forms)
            await link.With(new(link.Address, action)).TapAsync("", [.. values.Select(v => (v.Key, v.Value))]);
        foreach (var act in acts.Append(""))
        {
            await link.With(new($"{link.Address.AbsoluteUri}/{act}".TrimEnd('/'))).LookAsync();
            await link.TapAsync(act);
            await link.TapAsync(act, Everything);
            await link.TapAsync(act, [("code", ""), .. Everything]);
            await link.TapAsync(act, [("code", "scanned"), .. Everything]);
        }

        Assert.Equal(before, await HistoryAsync(id));
        Assert.Contains("4 more times", (await link.TypeAsync(link.WrongCode)).Text, StringComparison.Ordinal);
    }

    private async Task<string> HistoryAsync(string id)
    {
        await house.Server.PassAsync(TimeSpan.Zero);
        return (await house.HomesManager.GetAsync($"/api/arrangements/{id}/history?limit=200")).IsDone().Text;
    }
}
