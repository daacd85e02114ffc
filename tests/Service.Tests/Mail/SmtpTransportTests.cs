using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneToOne.Service.Mail;

namespace OneToOne.Service.Tests.Mail;

public sealed class SmtpTransportTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_mail_arrives_with_both_bodies_and_its_headers()
    {
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver);

        var result = await services.Transport().SendAsync(MailBench.Mail(), Never);

        Assert.IsType<DeliveryResult.Accepted>(result);
        var mail = Assert.Single(receiver.Mails);
        Assert.Equal("anna@example.org", mail.EnvelopeTo);
        Assert.Equal("one-to-one@home.example", mail.EnvelopeFrom);
        Assert.Equal("Haus Müller <one-to-one@home.example>", mail.From);
        Assert.Equal("anna@example.org", mail.Header("To"));
        Assert.Equal("A decision is needed", mail.Subject);
        Assert.Matches("^<[0-9a-f]{32}@home[.]example>$", mail.MessageId);
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("Please decide.", mail.Text);
        Assert.Contains("<p>Please decide.</p>", mail.Html, StringComparison.Ordinal);
        Assert.True(mail.Raw.IndexOf("text/plain", StringComparison.Ordinal) < mail.Raw.IndexOf("text/html", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("שלום, מרים — ‏12:30")]
    [InlineData("مرحبا يا ليلى")]
    [InlineData("Zoë & Łukasz 👩‍👧 <b>")]
    [InlineData("one\r\n.\r\n..two\r\n.three\r\n")]
    [InlineData("a line of a thousand letters and more")]
    public async Task Bodies_and_subjects_of_any_script_arrive_unchanged(string text)
    {
        var body = text.StartsWith("a line", StringComparison.Ordinal) ? new string('ß', 1200) : text;
        var subject = new string([.. body.Where(c => !char.IsControl(c)).Take(120)]);
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver);

        await services.Transport().SendAsync(MailBench.Mail(text: body, subject: subject), Never);

        var mail = Assert.Single(receiver.Mails);
        Assert.Equal(body, mail.Text);
        Assert.Equal(subject, mail.Subject);
        Assert.Contains(body, mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_internationalised_domain_travels_as_IDNA_and_an_internationalised_name_as_UTF8()
    {
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver);

        await services.Transport().SendAsync(MailBench.Mail(to: "anna@bücher.example"), Never);
        await services.Transport().SendAsync(MailBench.Mail(to: "jürgen@bücher.example"), Never);

        Assert.Equal(["anna@xn--bcher-kva.example", "jürgen@bücher.example"], receiver.Mails.Select(m => m.EnvelopeTo));
    }

    [Fact]
    public async Task A_server_that_cannot_take_an_internationalised_name_is_a_failure_and_not_an_exception()
    {
        await using var receiver = new SmtpReceiver { Extensions = [] };
        await using var services = MailBench.Smtp(receiver);

        var result = await services.Transport().SendAsync(MailBench.Mail(to: "jürgen@example.org"), Never);

        Assert.IsType<DeliveryResult.Failed>(result);
        Assert.Empty(receiver.Mails);
    }

    [Fact]
    public async Task It_signs_in_with_the_account_of_the_settings()
    {
        await using var receiver = new SmtpReceiver { Extensions = ["AUTH LOGIN"] };
        await using var services = MailBench.Smtp(receiver, ("Mail:Smtp:User", "home"), ("Mail:Smtp:Password", "a long one"));

        Assert.IsType<DeliveryResult.Accepted>(await services.Transport().SendAsync(MailBench.Mail(), Never));

        Assert.Contains($"SIGNIN {Base64("home")} {Base64("a long one")}", receiver.Commands);
    }

    [Fact]
    public async Task Without_the_TLS_that_was_asked_for_nothing_is_sent()
    {
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver, ("Mail:Smtp:Tls", "StartTls"));

        var result = await services.Transport().SendAsync(MailBench.Mail(), Never);

        Assert.Equal(new DeliveryResult.Failed(false, "smtp server lacks what is needed"), result);
        Assert.DoesNotContain(receiver.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_nothing()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(MailBench.Evening.AddYears(-1), MailBench.Evening.AddYears(50));
        await using var receiver = new SmtpReceiver { Certificate = certificate };
        await using var services = MailBench.Smtp(receiver, ("Mail:Smtp:Tls", "StartTls"));

        var result = await services.Transport().SendAsync(MailBench.Mail(), Never);

        Assert.Equal(new DeliveryResult.Failed(false, "smtp certificate refused"), result);
        Assert.Contains("STARTTLS", receiver.Commands);
        Assert.DoesNotContain(receiver.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <anna@example.org> no such mailbox", true, "smtp 550 5.1.1")]
    [InlineData("BODY", "554 5.6.0 refused", true, "smtp 554 5.6.0")]
    [InlineData("MAIL", "530 5.7.0 sign in first", false, "smtp 530 5.7.0")]
    [InlineData("RCPT", "450 4.2.1 mailbox busy", false, "smtp 450 4.2.1")]
    [InlineData("BODY", "452 4.3.1 disk full", false, "smtp 452 4.3.1")]
    [InlineData("DATA", "451 local error", false, "smtp 451")]
    public async Task A_refusal_says_whether_another_attempt_helps_and_names_nobody(
        string command,
        string answer,
        bool permanent,
        string reason
    )
    {
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver);
        receiver.When(command, answer);

        var result = await services.Transport().SendAsync(MailBench.Mail(), Never);

        Assert.Equal(new DeliveryResult.Failed(permanent, reason), result);
    }

    [Theory]
    [InlineData("CONNECT", "421 4.3.2 too many connections")]
    [InlineData("MAIL", "421 4.7.0 slow down")]
    [InlineData("RCPT", "451 4.7.1 greylisted, come back later")]
    [InlineData("RCPT", "450 4.7.1 try again")]
    [InlineData("RCPT", "452 4.5.3 too many recipients")]
    public async Task A_busy_server_is_left_alone_for_a_while_and_takes_the_mail_later(string command, string answer)
    {
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver);
        receiver.When(command, answer, times: 1);

        var first = await services.Transport().SendAsync(MailBench.Mail(), Never);
        var second = await services.Transport().SendAsync(MailBench.Mail(), Never);

        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<DeliveryResult.Throttled>(first).RetryAfter);
        Assert.IsType<DeliveryResult.Accepted>(second);
        Assert.Single(receiver.Mails);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("RCPT")]
    [InlineData("BODY")]
    public async Task A_connection_that_breaks_is_a_failure_worth_another_attempt(string when)
    {
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver);
        receiver.When(when, SmtpReceiver.Drop);

        var result = await services.Transport().SendAsync(MailBench.Mail(), Never);

        Assert.False(Assert.IsType<DeliveryResult.Failed>(result).Permanent);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("RCPT")]
    [InlineData("BODY")]
    public async Task A_silent_server_is_given_up_after_the_time_of_the_settings(string when)
    {
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver, ("Mail:Smtp:TimeoutSeconds", "0.2"));
        receiver.When(when, SmtpReceiver.Silence);

        var result = await services.Transport().SendAsync(MailBench.Mail(), Never);

        Assert.Equal(new DeliveryResult.Failed(false, "smtp timeout"), result);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_worth_another_attempt()
    {
        var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver);
        await receiver.DisposeAsync();

        var result = await services.Transport().SendAsync(MailBench.Mail(), Never);

        Assert.Equal(new DeliveryResult.Failed(false, "smtp no connection"), result);
    }

    [Fact]
    public async Task Stopping_the_host_stops_an_attempt()
    {
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver);
        receiver.When("RCPT", SmtpReceiver.Silence);
        using var stop = new CancellationTokenSource();

        var sending = services.Transport().SendAsync(MailBench.Mail(), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task The_same_mail_sent_twice_has_the_same_message_id()
    {
        await using var receiver = new SmtpReceiver();
        await using var services = MailBench.Smtp(receiver);

        await services.Transport().SendAsync(MailBench.Mail("arr-1.7"), Never);
        await services.Transport().SendAsync(MailBench.Mail("arr-1.7"), Never);
        await services.Transport().SendAsync(MailBench.Mail("arr-1.8"), Never);

        Assert.Equal(receiver.Mails[0].MessageId, receiver.Mails[1].MessageId);
        Assert.NotEqual(receiver.Mails[0].MessageId, receiver.Mails[2].MessageId);
        Assert.DoesNotContain("arr-1", receiver.Mails[0].MessageId, StringComparison.Ordinal);
    }

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));
}
