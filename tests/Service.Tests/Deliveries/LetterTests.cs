using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Letters;
using OneToOne.Service.Links;
using OneToOne.Service.Mail;

namespace OneToOne.Service.Tests.Deliveries;

/// <summary>
/// Every letter, word for word, as in <c>Snapshots</c>. After a wanted change run the tests once with <c>ONETOONE_REWRITE_SNAPSHOTS=1</c> and
/// read the difference.
/// </summary>
public sealed class LetterTests
{
    private static readonly Uri Link = new("https://one-to-one.example/links/approve/TOKEN");
    private static readonly DateTimeOffset Until = new(2026, 7, 3, 19, 15, 0, TimeSpan.Zero);

    private static readonly MessageKind[] SignedIn =
    [
        MessageKind.ReviewDue,
        MessageKind.AddressChanged,
        MessageKind.OthersAddressChanged,
        MessageKind.ProtectionLifted,
        MessageKind.AskedChanged,
    ];

    public static TheoryData<string> Names => [.. Letters().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_letter_says_what_it_said(string name)
    {
        var mail = await Write(Letters()[name]);
        var written = $"{mail.Subject}\n\n----- text -----\n{mail.Text}\n----- html -----\n{mail.Html}\n";
        var path = Path.Combine(Folder(), $"{name}.txt");
        if (Environment.GetEnvironmentVariable("ONETOONE_REWRITE_SNAPSHOTS") == "1")
            await File.WriteAllTextAsync(path, written);

        Assert.Equal(await File.ReadAllTextAsync(path), written);
    }

    [Fact]
    public void No_snapshot_is_left_of_a_letter_that_is_no_more() =>
        Assert.Equal(
            Letters().Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder(), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_letter_with_a_link_shows_it_with_its_code_and_end_in_both_bodies(string name)
    {
        var letter = Letters()[name];
        var mail = await Write(letter);
        foreach (var body in new[] { mail.Text, mail.Html })
        {
            Assert.Equal(letter.Link is not null, body.Contains(Link.AbsoluteUri, StringComparison.Ordinal));
            Assert.Equal(letter.Link is not null, body.Contains("123 456 782", StringComparison.Ordinal));
            Assert.Equal(letter.Link is not null, body.Contains("Friday 3 July 2026, 20:15 (Europe/London)", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_reminder_says_that_it_is_one_and_nothing_else_does(string name) =>
        Assert.Equal(
            name.Contains("Reminder", StringComparison.Ordinal) || name == nameof(MessageKind.ReviewDue),
            (await Write(Letters()[name])).Subject.StartsWith("Reminder: ", StringComparison.Ordinal)
        );

    [Fact]
    public async Task An_escalation_says_its_level_and_that_taking_it_on_starts_a_clock_and_ends_nothing()
    {
        var text = (await Write(Letters()["Escalation.Overdue.2"])).Text;

        Assert.Contains("This is level 2 of 3.", text, StringComparison.Ordinal);
        Assert.Contains("Taking it on starts a clock of 15 minutes for you, and is not an outcome.", text, StringComparison.Ordinal);
        Assert.Contains("If nobody takes it on within 10 minutes, the next level is told.", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_drill_is_marked_everywhere_and_nothing_in_earnest_ever_is(string name)
    {
        var mail = await Write(Letters()[name]);

        Assert.Equal(name.StartsWith("Drill", StringComparison.Ordinal), mail.Subject.StartsWith("DRILL", StringComparison.Ordinal));
        foreach (var said in new[] { mail.Subject, mail.Text, mail.Html })
            Assert.Equal(name.StartsWith("Drill", StringComparison.Ordinal), said.Contains("drill", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_time_in_the_hour_that_comes_twice_says_which_it_is()
    {
        var letter = Letters()["ApprovalAsked"] with { ExpiresAt = new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero) };

        Assert.Contains("Sunday 25 October 2026, 01:30 UTC+00:00 (Europe/London)", (await Write(letter)).Text, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, Letter> Letters()
    {
        var letters = new SortedDictionary<string, Letter>(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            if (kind is MessageKind.Escalation or MessageKind.EscalationEnded or MessageKind.Drill or MessageKind.DrillEnded)
                continue;
            letters[kind.ToString()] =
                SignedIn.Contains(kind) ? new Letter(kind, TimeZone: "Europe/London", At: Until.AddDays(-1))
                : kind.ToString().StartsWith("Concern", StringComparison.Ordinal) ? Linked(kind, LinkPurpose.Concern)
                : Linked(kind, LinkPurpose.Notice);
        }
        foreach (
            var kind in Enum.GetValues<MessageKind>()
                .Where(kind => AgreementWords.Of(kind) is not null && !$"{kind}".StartsWith("Agreement", StringComparison.Ordinal))
        )
            letters.Add($"Agreement.{kind}", Linked(kind, LinkPurpose.Notice) with { IsAgreement = true });
        letters["Declined.Explain"] = Linked(MessageKind.Declined, LinkPurpose.Explain);
        var rehearsed = Linked(MessageKind.DrillEnded, LinkPurpose.Drill) with { Cause = EscalationCause.Overdue };
        letters["DrillEnded"] = rehearsed;
        for (var level = 1; level <= 3; level++)
            letters[$"Drill.{level}"] = rehearsed with { Kind = MessageKind.Drill, Level = level, NextLevel = TimeSpan.FromMinutes(10) };
        foreach (var cause in Enum.GetValues<EscalationCause>())
        {
            var ended = Linked(MessageKind.EscalationEnded, LinkPurpose.Escalation) with { Cause = cause };
            letters[$"EscalationEnded.{cause}"] = ended;
            var clock = EscalationChain.IsUrgent(cause) ? 1 : 96;
            for (var level = 1; level <= EscalationChain.Levels(cause).Length; level++)
                letters[$"Escalation.{cause}.{level}"] = ended with
                {
                    Kind = MessageKind.Escalation,
                    Level = level,
                    NextLevel = TimeSpan.FromMinutes(clock == 1 ? 10 : 1440),
                    OwnerClock = TimeSpan.FromMinutes(15 * clock),
                };
        }
        return letters;
    }

    private static Letter Linked(MessageKind kind, LinkPurpose purpose) =>
        new(kind, Link, "123 456 782", Until, TimeZone: "Europe/London", Purpose: purpose);

    private static async Task<MailMessage> Write(Letter letter)
    {
        Assert.True(EmailAddress.TryParse("somebody@example.com", out var to));
        // On a developer's machine a host checks that nobody keeps what belongs to one use.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Services.AddRazorComponents();
        await using var host = builder.Build();
        return await new LetterWriter(host.Services.GetRequiredService<IServiceScopeFactory>(), NullLoggerFactory.Instance).WriteAsync(
            "mail-1",
            to,
            letter
        );
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Snapshots");
}
