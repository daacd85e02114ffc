using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneToOne.Domain;
using OneToOne.Domain.Messages;
using OneToOne.Service.Json;
using OneToOne.Service.Links;

namespace OneToOne.Service.Records;

/// <summary>What became of a message or a link: part of the history of whatever it belongs to.</summary>
public abstract record DeliveryEvent
{
    private static readonly ImmutableHashSet<string> Names =
    [
        .. typeof(DeliveryEvent).GetNestedTypes().Select(type => JsonNamingPolicy.CamelCase.ConvertName(type.Name)),
    ];

    private DeliveryEvent() { }

    /// <summary>The versions of the registers that were looked at, such as that of the recipient with their address; kept beside the event.</summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, int> Known { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Whether an event of a history is one of these.</summary>
    /// <param name="happened">The event as it is kept.</param>
    /// <returns>True for a delivery event; false for an event of the record itself.</returns>
    internal static bool Is(JsonElement happened) =>
        happened.TryGetProperty(ClosedUnion.Discriminator, out var type) && Names.Contains(type.GetString()!);

    /// <summary>Reads an event of a history.</summary>
    /// <param name="happened">The event as it is kept.</param>
    /// <returns>The delivery event; null for an event of the record itself.</returns>
    public static DeliveryEvent? Of(JsonElement happened) => Is(happened) ? happened.Deserialize<DeliveryEvent>(WireFormat.Options) : null;

    /// <summary>A server took the message on. That it was read is not said by this.</summary>
    /// <param name="MessageId">The message.</param>
    /// <param name="Kind">What it was about.</param>
    /// <param name="To">To whom.</param>
    /// <param name="Channel">Over what.</param>
    public sealed record MessageAccepted(string MessageId, MessageKind Kind, PersonId To, Channel Channel) : DeliveryEvent;

    /// <summary>The carrier reports that the recipient's own server has it. That it was read is not said by this either.</summary>
    /// <param name="MessageId">The message.</param>
    /// <param name="Kind">What it was about.</param>
    /// <param name="To">To whom.</param>
    public sealed record MessageDelivered(string MessageId, MessageKind Kind, PersonId To) : DeliveryEvent;

    /// <summary>The message will not be attempted again, or the carrier reports that it did not arrive.</summary>
    /// <param name="MessageId">The message.</param>
    /// <param name="Kind">What it was about.</param>
    /// <param name="To">To whom.</param>
    /// <param name="Channel">Over what.</param>
    /// <param name="Reason">Why, without anything personal.</param>
    public sealed record MessageFailed(string MessageId, MessageKind Kind, PersonId To, Channel Channel, string Reason) : DeliveryEvent;

    /// <summary>The message was not sent because its recipient is barred for the child.</summary>
    /// <param name="MessageId">The message.</param>
    /// <param name="Kind">What it was about.</param>
    /// <param name="To">Who was not told.</param>
    public sealed record MessageSuppressed(string MessageId, MessageKind Kind, PersonId To) : DeliveryEvent;

    /// <summary>Somebody asked for a link to be sent again.</summary>
    /// <param name="Purpose">What the link is for.</param>
    /// <param name="To">Whose link it is.</param>
    /// <param name="By">Who asked.</param>
    public sealed record LinkAskedAgain(LinkPurpose Purpose, PersonId To, PersonId By) : DeliveryEvent;

    /// <summary>Somebody opened a link with its code.</summary>
    /// <param name="Purpose">What the link is for.</param>
    /// <param name="Person">Whose link it is.</param>
    public sealed record LinkOpened(LinkPurpose Purpose, PersonId Person) : DeliveryEvent;

    /// <summary>Too many wrong codes were typed at a link, and it was locked.</summary>
    /// <param name="Purpose">What the link is for.</param>
    /// <param name="Person">Whose link it is.</param>
    public sealed record LinkLocked(LinkPurpose Purpose, PersonId Person) : DeliveryEvent;
}
