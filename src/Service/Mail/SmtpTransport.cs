using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace OneToOne.Service.Mail;

/// <summary>Sends each mail over a connection of its own to the server under <c>Mail:Smtp</c>.</summary>
/// <remarks>
/// The framework's client is behind this class only. It ends a mail synchronously, so a server that falls silent just then keeps one
/// thread until a second after the time-out; everything before that is stopped at once.
/// </remarks>
internal sealed class SmtpTransport(IOptions<MailOptions> options, Envelope envelope) : IMailTransport
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly SmtpOptions smtp = options.Value.Smtp;

    private TimeSpan Timeout => TimeSpan.FromSeconds(smtp.TimeoutSeconds);

    public async Task<DeliveryResult> SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        // Real time on purpose: a network does not follow the product's clock, which may jump.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Timeout);
        try
        {
            using var client = Connect(mail);
            using var sealedMail = envelope.Seal(mail);
            await client.SendMailAsync(sealedMail, deadline.Token);
            return new DeliveryResult.Accepted(null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult.Failed(false, "smtp timeout");
        }
        catch (SmtpException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return deadline.IsCancellationRequested ? new DeliveryResult.Failed(false, "smtp timeout") : SmtpReply.Read(e);
        }
    }

    private SmtpClient Connect(MailMessage mail) =>
        new(smtp.Host, smtp.Port)
        {
            // Ours runs out first, so that a time-out is always known as one.
            Timeout = (int)(Timeout + Grace).TotalMilliseconds,
            EnableSsl = smtp.Tls == SmtpTls.StartTls,
            DeliveryFormat = Envelope.FormatFor(mail),
            Credentials = string.IsNullOrEmpty(smtp.User) ? null : new NetworkCredential(smtp.User, smtp.Password),
        };
}
