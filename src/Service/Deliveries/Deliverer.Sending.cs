using Microsoft.Extensions.Logging;
using OneToOne.Domain.Messages;
using OneToOne.Service.Mail;
using OneToOne.Service.Records;

namespace OneToOne.Service.Deliveries;

// Sends what was claimed, to whoever may have it at that moment.
public abstract partial class Deliverer<TState, TEvent>
{
    // One message that fails in a way nobody thought of keeps no other from being sent and written down.
    private async Task<Sent> TrySendAsync(TState state, OutgoingMessage message, Written written, string id, CancellationToken ct)
    {
        if (written.Failure is { } unwritten)
            return new(message, new DeliveryResult.Failed(false, unwritten));
        try
        {
            return await SendAsync(state, message, written.Letter, id, ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            return new(message, null, Unsent.Interrupted);
        }
        catch (Exception e)
        {
            var failure = e.GetType().Name;
            NotSent(MailMessage.IdOf(message.Id), failure);
            return new(message, new DeliveryResult.Failed(false, failure));
        }
    }

    private async Task<Sent> SendAsync(TState state, OutgoingMessage message, Letter? letter, string id, CancellationToken ct)
    {
        if (letter is null)
            return new(message, null, Unsent.Pointless);
        // Read just before sending: nobody who is barred by now is told anything.
        if (await IsBarredAsync(state, message.Message, ct))
            return new(message, null, Unsent.Barred);
        if (await RecipientAsync(message.Message, ct) is not { } person)
            return new(message, new DeliveryResult.Failed(true, "the person is not in the register"));
        // Whoever turns an address could enter that its owner has left, for as long as that takes.
        if (message.Message.Kind != MessageKind.AddressChanged && person.HasLeft(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime)))
            return new(message, null, Unsent.Left);
        if (message.Channel == Channel.Webhook && person.Webhook is null)
            return new(message, null, Unsent.NoSuchChannel);
        return new(message, await postman.SendAsync(message, letter, person, kind.KeyOf(id), ct), Version: person.Version);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} could not be sent ({Failure}); it is tried again")]
    private partial void NotSent(string id, string failure);
}
