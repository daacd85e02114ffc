using OneToOne.Service.Links;
using OneToOne.Standalone.Demo.Scenarios;
using OneToOne.Standalone.Demo.Stage;

namespace OneToOne.Standalone.Demo;

/// <summary>Leaves the server up with something open to try, its clock running like any other from then on.</summary>
/// <param name="company">The server and its players.</param>
/// <param name="output">Where the links are printed.</param>
internal sealed class Keeping(Company company, TextWriter output)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    /// <summary>Opens what is kept open, prints its links, and stays until it is cancelled.</summary>
    /// <param name="kept">The scenarios that leave something open.</param>
    /// <param name="ct">Ends it.</param>
    public async Task KeepAsync(IReadOnlyList<Scenario> kept, CancellationToken ct)
    {
        var open = new List<SentMail>();
        foreach (var scenario in kept)
        {
            await company.PlayAsync(scenario, 0, mustEnd: false, ct);
            foreach (var purpose in new[] { LinkPurpose.Approve, LinkPurpose.Session })
                if (
                    company.Narrator.Sent.LastOrDefault(m => m.Mail.Purpose == purpose) is { } mail
                    && open.All(m => m.Mail.Purpose != purpose)
                )
                    open.Add(mail);
        }
        output.WriteLine();
        output.WriteLine($"The server stays up on {company.Server.Address} until you press Ctrl+C. Open in a browser:");
        foreach (var (to, _, mail) in open)
        {
            output.WriteLine($"  {mail.Purpose} (mailed to {to}): {mail.Link}");
            output.WriteLine($"    code: {mail.Code}");
        }
        await RunClockAsync(ct);
    }

    private async Task RunClockAsync(CancellationToken ct)
    {
        var (began, from) = (TimeProvider.System.GetTimestamp(), company.Server.Clock.GetUtcNow());
        try
        {
            while (true)
            {
                await Task.Delay(Tick, ct);
                company.Server.Clock.AdvanceTo(from + TimeProvider.System.GetElapsedTime(began));
            }
        }
        catch (OperationCanceledException)
        {
            // How it ends.
        }
    }
}
