using System.Text.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>A kind of record whose state can be made again from its history alone.</summary>
public interface IReplay
{
    /// <summary>The type of its state document.</summary>
    DocumentType Type { get; }

    /// <summary>Where a record of this kind lies.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The key of its state document.</returns>
    DocumentKey KeyOf(string id);

    /// <summary>Makes the state again.</summary>
    /// <param name="entries">The whole history, in order.</param>
    /// <returns>The state as JSON; null when a content has been disposed of, so that it can't be made again.</returns>
    JsonElement? Replay(IReadOnlyCollection<HistoryEntry> entries);
}
