using System.Globalization;
using System.Text.Json.Nodes;
using OneToOne.Service.Links;
using OneToOne.Service.Mail;
using OneToOne.Standalone.Demo.Scenarios;
using OneToOne.Standalone.Demo.Timeline;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>A mail of this scenario, as the history and the mail folder both have it.</summary>
/// <param name="To">To whom.</param>
/// <param name="Kind">Its kind as the history records it; null when it belongs to another record.</param>
/// <param name="Mail">The mail.</param>
internal sealed record SentMail(string To, string? Kind, ReceivedMail Mail)
{
    /// <summary>Whether it is one that a file means.</summary>
    public bool Fits(MailPattern pattern) =>
        To == pattern.To
        && (pattern.Kind is null || pattern.Kind == Kind)
        && (pattern.Title is null || Mail.Title.Contains(pattern.Title, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Tells what happened since the last look: from the history, and from the mail folder.</summary>
/// <param name="observer">Sees the history.</param>
/// <param name="mailbox">The mails.</param>
/// <param name="printer">Prints.</param>
internal sealed class Narrator(Observer observer, Mailbox mailbox, TimelinePrinter printer)
{
    private readonly List<SentMail> sent = [];

    /// <summary>The mails of this scenario, oldest first.</summary>
    public IReadOnlyList<SentMail> Sent => sent;

    /// <summary>The newest mail to somebody with a link for something; of the arrangement that is followed, before any other.</summary>
    public ReceivedMail? LastTo(string person, LinkPurpose purpose)
    {
        var fitting = sent.Where(m => m.To == person && m.Mail.Purpose == purpose).ToArray();
        return (fitting.LastOrDefault(m => m.Kind is not null) ?? fitting.LastOrDefault())?.Mail;
    }

    /// <summary>A scenario begins.</summary>
    public void Begin(Scenario scenario, int number, int of)
    {
        sent.Clear();
        printer.Begin(scenario, number, of);
    }

    /// <summary>Somebody says something to whoever watches.</summary>
    public void Say(string text) => printer.Say(text);

    /// <summary>Somebody does something.</summary>
    public void Act(DateTimeOffset at, string who, string words, string how) => printer.Act(at, who, words, how);

    /// <summary>Something is as it should be.</summary>
    public void AsExpected(string what) => printer.AsExpected(what);

    /// <summary>Tells what is new.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        var mails = mailbox.Look().ToDictionary(m => m.Id);
        foreach (var entry in await observer.LookBackAsync(ct))
            Tell(entry, mails);
        foreach (var mail in mails.Values)
            Told(new(mail.To.Split('@')[0], null, mail));
    }

    private void Tell(JsonObject entry, Dictionary<string, ReceivedMail> mails)
    {
        if (entry["event"] is not JsonObject happened)
            return;
        if (happened["messageId"]?.ToString() is { } id && mails.Remove(MailMessage.IdOf(id), out var mail))
            Told(new(happened["to"]!.ToString(), happened["kind"]!.ToString(), mail));
        else if (EventWords.Of(happened) is { } words)
            printer.Happened(
                DateTimeOffset.Parse(entry["recordedAt"]!.ToString(), CultureInfo.InvariantCulture),
                entry["by"] is null,
                EventWords.IsAlarm(happened),
                words
            );
    }

    private void Told(SentMail mail)
    {
        sent.Add(mail);
        printer.Mail(mail.To, mail.Mail.Title);
    }
}
