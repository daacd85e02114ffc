using System.Text.RegularExpressions;
using OneToOne.Service.Tests.Mail;

namespace OneToOne.Standalone.Tests.Readers;

/// <summary>Looks for every marked fact in everything that the product shows, sends or logs.</summary>
[Collection(nameof(MarkedLives))]
public sealed class ScanTests(MarkedLives lives)
{
    private static readonly Reader[] Readers = [.. Enum.GetValues<Reader>().Where(reader => int.IsPow2((int)reader))];

    // Whom and which child an arrangement is about, as the registers call them.
    private static readonly string[] Ids = ["cleo", "cara", "wendy", "colin", "sunil", "harriet", "pat", "robin", "paula", "oak"];

    private static IEnumerable<string> Words => Disclosures.All.SelectMany(fact => fact.Words);

    [Fact]
    public void A_page_shows_each_reader_what_the_table_says_and_nothing_else() =>
        None(Differences(Disclosures.All, lives.Pages, fact => fact.Pages));

    [Fact]
    public void An_answer_shows_family_and_worker_what_the_table_says_and_nothing_else() =>
        None(Differences(Disclosures.All, lives.Answers, fact => fact.Answers));

    // A mail holds no address but its own, so that what stands in one is looked for without it.
    [Fact]
    public void A_mail_says_nothing_of_anybody_in_subject_bodies_or_headers()
    {
        var mails = lives.House.Server.Mail.Mails;
        None(
            from mail in mails
            let said = Regex
                .Replace($"{Head(mail)}\n{mail.Subject}\n{mail.Text}\n{mail.Html}", @"/l/[a-z-]+/[\w-]+", "")
                .Replace(mail.EnvelopeTo, "", StringComparison.Ordinal)
                .Replace("one-to-one@example.org", "", StringComparison.Ordinal)
                .Replace(mail.MessageId, mail.MessageId.Split('@')[0], StringComparison.Ordinal)
            from word in Words.Concat(Ids)
            where Says(said, word)
            select $"{mail.Subject}, to {mail.EnvelopeTo}: {word}"
        );
        Assert.All(mails, mail => Assert.Contains(mail.EnvelopeTo, Head(mail), StringComparison.Ordinal));
    }

    [Fact]
    public void A_webhook_says_nothing_of_anybody()
    {
        Assert.NotEmpty(lives.Hook.Notices);
        None(
            from notice in lives.Hook.Notices
            from word in Words.Concat(Ids)
            where Says(notice.Body, word)
            select $"{notice.Body}: {word}"
        );
    }

    [Fact]
    public void A_log_says_nothing_of_anybody_and_opens_no_link()
    {
        var lines = lives.House.Server.Logs.Lines.ToArray();
        var mails = lives.House.Server.Mail.Mails.Where(mail => mail.Links.Count > 0).ToArray();
        Assert.NotEmpty(lines);
        var log = string.Join('\n', lines);
        None(Words.Where(word => Says(log, word)).Select(word => $"{word}: {lines.First(line => Says(line, word))}"));
        None(mails.Where(mail => Opens(log, mail.Links[0].Segments[^1]) || Opens(log, mail.Code)).Select(mail => mail.Subject));
    }

    // Were the words misspelt, or the evening too short, nothing would be found and nothing would be proven.
    [Fact]
    public void Every_word_that_somebody_may_read_is_found_and_would_be_found_where_it_may_not_be()
    {
        foreach (var fact in Disclosures.All.Where(fact => fact.Pages != Reader.None))
            Assert.NotEmpty(Differences([fact with { Pages = Reader.None }], lives.Pages, f => f.Pages));
        foreach (var fact in Disclosures.All.Where(fact => fact.Answers != Reader.None))
            Assert.NotEmpty(Differences([fact with { Answers = Reader.None }], lives.Answers, f => f.Answers));
        None(
            from fact in Disclosures.All
            where (fact.Pages | fact.Answers) != Reader.None
            from word in fact.Words
            where !lives.Pages.Concat(lives.Answers).Any(seen => Says(seen.Text, word))
            select word
        );
    }

    private static IEnumerable<string> Differences(IEnumerable<Fact> table, IReadOnlyList<Seen> seen, Func<Fact, Reader> allowed) =>
        from fact in table
        from reader in Readers
        let places = seen.Where(s => s.By == reader && fact.Words.Any(word => Says(s.Text, word))).Select(s => s.Name).Distinct().ToArray()
        where allowed(fact).HasFlag(reader) != places.Length > 0
        select $"{fact.Name}: {reader} {(places.Length > 0 ? $"reads it in {string.Join(", ", places)}" : "reads it nowhere")} ({fact.Because})";

    private static bool Says(string text, string word) =>
        Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)", RegexOptions.IgnoreCase);

    // The bodies are in it once more, encoded, and may spell any short word there.
    private static string Head(ReceivedMail mail) => mail.Raw[..mail.Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    private static bool Opens(string log, string secret) => log.Contains(secret, StringComparison.Ordinal);

    private static void None(IEnumerable<string> found) => Assert.True(!found.Any(), string.Join('\n', found));
}
