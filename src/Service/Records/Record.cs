using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using OneToOne.Domain;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Messages;

namespace OneToOne.Service.Records;

/// <summary>Over what a message travels.</summary>
public enum Channel
{
    /// <summary>E-mail.</summary>
    Mail,

    /// <summary>The person's signed outgoing webhook.</summary>
    Webhook,
}

/// <summary>A message that is still to be delivered. It holds ids only; it is rendered at delivery.</summary>
/// <param name="Id">Its id, unique in the product: the record's partition, the history sequence that caused it, a number.</param>
/// <param name="Message">What and to whom.</param>
/// <param name="Channel">Over what.</param>
/// <param name="DueAt">When it is next attempted; while an attempt is under way, when that attempt's claim runs out.</param>
/// <param name="Attempts">How many attempts have counted so far.</param>
/// <param name="Arrived">Whether its arrival was reported before any attempt said that it was accepted.</param>
public sealed record OutgoingMessage(
    string Id,
    Message Message,
    Channel Channel,
    DateTimeOffset DueAt,
    int Attempts = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Arrived = false
)
{
    /// <summary>
    /// What a carrier that reports later is to call it. Random, so that nobody who reads ids in a history can report on it; the claim keeps it
    /// before anything is handed over.
    /// </summary>
    public Guid Operation { get; init; } = Guid.NewGuid();

    /// <summary>The history sequence that caused it, as its id says.</summary>
    internal int CausedBy => int.Parse(Id.Split('.')[^2], CultureInfo.InvariantCulture);
}

/// <summary>That a message of an escalation was accepted, and so somebody reached as far as we know. A later report may take it back.</summary>
/// <param name="Cause">The escalation.</param>
/// <param name="Step">The step that the message told of.</param>
/// <param name="MessageId">The message; null when it was kept before messages were told apart, and no report takes it back.</param>
public sealed record ReachedStep(
    EscalationCause Cause,
    int Step,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MessageId = null
);

/// <summary>What is stored of one thing: its state, the head of its history, and the messages that wait. One commit changes all of it.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="State">The state as it stands now.</param>
/// <param name="Count">How many history entries there are.</param>
/// <param name="Head">The hash of the last history entry.</param>
/// <param name="Outbox">The messages that wait.</param>
/// <param name="Reached">What reached somebody of the newest steps of the open escalations.</param>
public sealed record Record<TState>(
    TState State,
    int Count,
    string Head,
    ImmutableArray<OutgoingMessage> Outbox,
    ImmutableArray<ReachedStep> Reached
)
{
    /// <summary>That its content was lawfully disposed of, and then there is no state; null for every other record.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Disposed? Disposed { get; init; }

    /// <summary>When something is next due: what happens to the state by itself, or a waiting message.</summary>
    /// <param name="wakeAt">When something next happens to the state by itself; null when nothing does.</param>
    /// <returns>The earlier of both; null when there is neither.</returns>
    public DateTimeOffset? DueAt(DateTimeOffset? wakeAt)
    {
        var dueAt = wakeAt;
        foreach (var message in Outbox)
            if (dueAt is not { } earlier || message.DueAt < earlier)
                dueAt = message.DueAt;
        return dueAt;
    }
}

/// <summary>A record as it was read.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="Record">The record.</param>
/// <param name="ETag">The store's version of it.</param>
public sealed record Stored<TState>(Record<TState> Record, string ETag)
{
    /// <summary>The state.</summary>
    public TState State => Record.State;
}
