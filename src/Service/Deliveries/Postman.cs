using System.Text.Json;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Service.Mail;
using OneToOne.Service.Records;
using OneToOne.Service.Store;
using OneToOne.Service.Webhooks;

namespace OneToOne.Service.Deliveries;

/// <summary>Renders a message for one person and hands it to the channel.</summary>
/// <param name="letters">Writes mails.</param>
/// <param name="mail">Sends mails.</param>
/// <param name="sent">Notes mails that will be reported on.</param>
/// <param name="webhook">Posts to webhooks.</param>
public sealed class Postman(LetterWriter letters, IMailTransport mail, SentMails sent, SignedWebhook webhook)
{
    /// <summary>Sends one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="to">The recipient as the register has them now.</param>
    /// <param name="about">The record it is about.</param>
    /// <param name="ct">Cancels the wait; it may have been sent all the same.</param>
    /// <returns>What became of it.</returns>
    public async Task<DeliveryResult> SendAsync(
        OutgoingMessage message,
        Letter letter,
        Person to,
        DocumentKey about,
        CancellationToken ct
    ) =>
        (message.Channel, to) switch
        {
            (Channel.Webhook, { Webhook: { } address }) when letter is { Link: { } link, Code: { } code, Cause: { } cause } =>
                await webhook.PostAsync(
                    new(
                        message.Id,
                        address,
                        JsonNamingPolicy.CamelCase.ConvertName(cause.ToString()),
                        about.Id,
                        letter.Level ?? 1,
                        link,
                        code,
                        IsDrill: letter.Kind == MessageKind.Drill
                    ),
                    ct
                ),
            (Channel.Webhook, _) => throw new InvalidOperationException("Only an escalation to somebody who has a webhook goes there."),
            (_, { Email: { } address }) => await MailAsync(
                message,
                await letters.WriteAsync(message.Id, address, letter),
                to.Version,
                about,
                ct
            ),
            _ => new DeliveryResult.Failed(true, "the person has no e-mail address"),
        };

    private async Task<DeliveryResult> MailAsync(
        OutgoingMessage message,
        MailMessage written,
        int version,
        DocumentKey about,
        CancellationToken ct
    )
    {
        if (mail.ReportsLater)
            written = written with
            {
                Operation = message.Operation,
                MayHaveGone = !await sent.NoteAsync(
                    message.Operation,
                    new(about.Type.Name, about.Id, message.Id, message.Message, version),
                    ct
                ),
            };
        return await mail.SendAsync(written, ct);
    }
}
