using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>A kind of thing that is kept with its history. Everything about it lies in one partition, <c>{type}.{id}</c>.</summary>
/// <typeparam name="TState">Its state.</typeparam>
/// <typeparam name="TEvent">What can happen to it: a closed union.</typeparam>
public abstract class RecordKind<TState, TEvent>(DocumentType type) : IReplay
    where TState : class
    where TEvent : class
{
    /// <summary>The type of its state document.</summary>
    public DocumentType Type { get; } = type;

    /// <summary>The id of a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Its id.</returns>
    public abstract string IdOf(TState state);

    /// <summary>What an event does.</summary>
    /// <param name="state">The state before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded.</param>
    /// <returns>The state after.</returns>
    public abstract TState Evolve(TState? state, TEvent happened, DateTimeOffset at);

    /// <summary>The declared fields of a state, without <see cref="Fields.DueAt"/> and <see cref="Fields.ChangedOn"/>, which the ledger knows.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The fields.</returns>
    public abstract IEnumerable<FieldValue> FieldsOf(TState state);

    /// <summary>The child that a state is about; nobody barred for that child is ever told anything.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The child, or null.</returns>
    public virtual ChildId? ChildOf(TState state) => null;

    /// <inheritdoc/>
    public DocumentKey KeyOf(string id) => new(PartitionOf(id), Type, id);

    /// <summary>The partition of a record of this kind.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The partition.</returns>
    public string PartitionOf(string id) => $"{Type.Name}.{id}";

    /// <summary>The id of the record that a partition of this kind holds.</summary>
    /// <param name="partition">A partition made by <see cref="PartitionOf"/>.</param>
    /// <returns>The id.</returns>
    public string IdIn(string partition) => partition[(Type.Name.Length + 1)..];

    /// <inheritdoc/>
    public bool CanRead(StoredDocument document)
    {
        try
        {
            Ledger.Read<TState>(document);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool LeadsTo(IReadOnlyCollection<HistoryEntry> entries, JsonElement state)
    {
        try
        {
            return Replay(entries) is { } lived
                && JsonElement.DeepEquals(Written(lived), Written(state.Deserialize<TState>(WireFormat.Options)!));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private TState? Replay(IEnumerable<HistoryEntry> entries)
    {
        TState? state = null;
        foreach (var entry in entries)
        {
            if (entry.Content is not { } text)
                return null;
            var happened = JsonSerializer.Deserialize<HistoryContent>(text, WireFormat.Options)!.Event;
            if (!DeliveryEvent.Is(happened))
                state = Evolve(state, happened.Deserialize<TEvent>(WireFormat.Options)!, entry.RecordedAt);
        }
        return state;
    }

    private static JsonElement Written(TState state) => JsonSerializer.SerializeToElement(state, WireFormat.Options);
}
