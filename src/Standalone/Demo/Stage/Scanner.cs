using System.Text.Json.Nodes;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>What some mail gateways do to every link in a mail before its recipient sees it: open it, and press all buttons.</summary>
/// <param name="server">The server.</param>
/// <param name="observer">Sees whether anything changed.</param>
/// <param name="narrator">Tells it, and knows the mails.</param>
internal sealed class Scanner(DemoServer server, Observer observer, Narrator narrator)
{
    private static readonly string[] Guesses = ["", "approve", "123"];

    /// <summary>Scans every mail so far.</summary>
    /// <exception cref="StepFailedException">It changed something.</exception>
    public async Task ScanAsync(CancellationToken ct)
    {
        var (before, entries) = (await observer.LookAsync(ct), observer.History.Count);
        var links = narrator.Sent.Select(m => m.Mail.Link).OfType<Uri>().ToArray();
        var requests = 0;
        foreach (var link in links)
            requests += await ScanAsync(link, ct);
        narrator.Act(server.Clock.GetUtcNow(), "scanner", $"opens {links.Length} links and presses every button", $"({requests} requests)");
        await server.Clock.Quiet.WhenQuietAsync().WaitAsync(ct);
        await narrator.CatchUpAsync(ct);
        if (!JsonNode.DeepEquals(before, await observer.LookAsync(ct)) || observer.History.Count != entries)
            throw new StepFailedException("a scanner without a code changed something");
        narrator.AsExpected("nothing has changed, and nothing was recorded");
    }

    private async Task<int> ScanAsync(Uri link, CancellationToken ct)
    {
        using var head = await server.Http.SendAsync(new(HttpMethod.Head, link), ct);
        var page = await server.Http.GetStringAsync(link, ct);
        var requests = 2;
        string[] actions = [link.PathAndQuery, .. PageForm.Of(page).Select(form => form.Action), .. Behind(link)];
        foreach (var action in actions.Distinct())
        foreach (var guess in Guesses)
        {
            using var content = new FormUrlEncodedContent([new("code", guess), new("decision", "approve")]);
            using var response = await server.Http.PostAsync(new Uri(server.Address, action), content, ct);
            requests++;
        }
        return requests;
    }

    // A scanner may have learnt the addresses behind the code from another mail.
    private static IEnumerable<string> Behind(Uri link) =>
        Scenarios.Deed.All.Select(deed => deed.Link?.Act).OfType<string>().Distinct().Select(act => $"{link.PathAndQuery}/{act}");
}
