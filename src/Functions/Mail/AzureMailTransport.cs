using Azure;
using Azure.Communication.Email;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneToOne.Service.Mail;

namespace OneToOne.Functions.Mail;

/// <summary>
/// Hands each mail to Azure Communication Services under the operation id that is kept with it. A mail that may have been handed over before is asked after
/// first: the service would send it again. Nobody's opening or clicking is tracked, which would rewrite the links.
/// </summary>
internal sealed partial class AzureMailTransport(
    EmailClient client,
    IOptions<AzureMailOptions> options,
    TimeProvider clock,
    ILogger<AzureMailTransport> log
) : IMailTransport
{
    private const int NotFound = 404;

    public bool ReportsLater => true;

    public async Task<DeliveryResult> SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        var result = await TrySendAsync(mail, cancellationToken);
        if (result is DeliveryResult.Throttled throttled)
            MailThrottled(mail.Id, throttled.RetryAfter.TotalSeconds);
        return result;
    }

    private async Task<DeliveryResult> TrySendAsync(MailMessage mail, CancellationToken ct)
    {
        var operation = mail.Operation!.Value;
        try
        {
            if (!mail.MayHaveGone || !await IsKnownAsync(operation, ct))
                await client.SendAsync(WaitUntil.Started, Letter(mail), operation, ct);
            return new DeliveryResult.Accepted($"{operation}");
        }
        catch (RequestFailedException e)
        {
            ct.ThrowIfCancellationRequested();
            return AzureMailAnswer.Read(e, clock.GetUtcNow());
        }
        catch (AuthenticationFailedException)
        {
            ct.ThrowIfCancellationRequested();
            return new DeliveryResult.Failed(false, "azure mail: no token");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new DeliveryResult.Failed(false, "azure mail: timeout");
        }
    }

    // Under way or succeeded; one that failed is thrown, with the reason.
    private async Task<bool> IsKnownAsync(Guid operation, CancellationToken ct)
    {
        try
        {
            await new EmailSendOperation($"{operation}", client).UpdateStatusAsync(ct);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return false;
        }
    }

    private EmailMessage Letter(MailMessage mail) =>
        new(options.Value.From, mail.To.Value, new EmailContent(mail.Subject) { PlainText = mail.Text, Html = mail.Html })
        {
            UserEngagementTrackingDisabled = true,
            // RFC 3834: keeps absence notices from answering.
            Headers = { ["Auto-Submitted"] = "auto-generated" },
        };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} is held back by the mail service for {Seconds} s")]
    private partial void MailThrottled(string id, double seconds);
}
