using System.Text.Json;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.People;
using OneToOne.Service.Mail;
using OneToOne.Service.Records;
using OneToOne.Service.Webhooks;

namespace OneToOne.Service.Deliveries;

/// <summary>Renders a message for one person and hands it to the channel.</summary>
/// <param name="letters">Writes mails.</param>
/// <param name="mail">Sends mails.</param>
/// <param name="webhook">Posts to webhooks.</param>
public sealed class Postman(LetterWriter letters, IMailTransport mail, SignedWebhook webhook)
{
    /// <summary>Sends one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="to">The recipient as the register has them now.</param>
    /// <param name="about">The id of what it is about.</param>
    /// <param name="ct">Cancels the wait; it may have been sent all the same.</param>
    /// <returns>What became of it.</returns>
    public async Task<DeliveryResult> SendAsync(OutgoingMessage message, Letter letter, Person to, string about, CancellationToken ct) =>
        (message.Channel, to) switch
        {
            (Channel.Webhook, { Webhook: { } address }) when letter is { Link: { } link, Code: { } code, Cause: { } cause } =>
                await webhook.PostAsync(
                    new(
                        message.Id,
                        address,
                        JsonNamingPolicy.CamelCase.ConvertName(cause.ToString()),
                        about,
                        letter.Level ?? 1,
                        link,
                        code
                    ),
                    ct
                ),
            (Channel.Webhook, _) => throw new InvalidOperationException("Only an escalation to somebody who has a webhook goes there."),
            (_, { Email: { } address }) => await mail.SendAsync(await letters.WriteAsync(message.Id, address, letter), ct),
            _ => new DeliveryResult.Failed(true, "the person has no e-mail address"),
        };
}
