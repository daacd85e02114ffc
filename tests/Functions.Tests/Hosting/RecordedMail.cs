using System.Collections.Concurrent;
using OneToOne.Service.Mail;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>Carries mails no further. What it answers, and how long that takes, is a test's choice.</summary>
internal sealed class RecordedMail : IMailTransport
{
    /// <summary>The mails it took, in order.</summary>
    public ConcurrentQueue<MailMessage> Sent { get; } = new();

    /// <summary>Answers in place of taking a mail; null takes it.</summary>
    public Func<MailMessage, Task<DeliveryResult?>> Instead { get; set; } = _ => Task.FromResult<DeliveryResult?>(null);

    public async Task<DeliveryResult> SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        if (await Instead(mail) is { } instead)
            return instead;
        Sent.Enqueue(mail);
        return new DeliveryResult.Accepted(null);
    }
}
