using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>What one commit does to a record.</summary>
/// <typeparam name="TEvent">The events of the record's kind.</typeparam>
public sealed record Change<TEvent>
{
    /// <summary>The command id: a retry of the same commit is recognised by it.</summary>
    public required string CommandId { get; init; }

    /// <summary>The moment of the step.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, in order.</summary>
    public ImmutableArray<Happening<TEvent>> Happened { get; init; } = [];

    /// <summary>What was delivered or not, and which links were used, in order; after <see cref="Happened"/>.</summary>
    public ImmutableArray<DeliveryEvent> Delivered { get; init; } = [];

    /// <summary>The outbox as it is to be, without the messages that <see cref="Happened"/> adds.</summary>
    public ImmutableArray<OutgoingMessage> Outbox { get; init; } = [];

    /// <summary>What reached somebody, as it is to be.</summary>
    public ImmutableArray<ReachedStep> Reached { get; init; } = [];

    /// <summary>Documents that go into the same commit.</summary>
    public ImmutableArray<Operation> Also { get; init; } = [];
}

/// <summary>One event with what belongs to it.</summary>
/// <typeparam name="TEvent">The events of the record's kind.</typeparam>
/// <param name="Event">The event.</param>
/// <param name="By">Who did it; null when a clock did.</param>
/// <param name="Known">The versions of the registers that were looked at.</param>
/// <param name="Messages">Who must hear of it.</param>
/// <param name="HappenedAt">When it happened, where that is not the moment of the step.</param>
public sealed record Happening<TEvent>(
    TEvent Event,
    PersonId? By,
    ImmutableSortedDictionary<string, int> Known,
    ImmutableArray<Domain.Messages.Message> Messages,
    DateTimeOffset? HappenedAt = null
);
