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

    /// <summary>Whether this version of the program knows all that stands in a record: a newer one may have written to it.</summary>
    /// <param name="document">The record's state document; nothing in it has been disposed of.</param>
    /// <returns>Whether it can be read.</returns>
    bool CanRead(StoredDocument document);

    /// <summary>Whether living a history again leads to a state. Both are read with the shape of today, so that a state kept before a shape
    /// gained an optional member is still the one that its history leads to.</summary>
    /// <param name="entries">The whole history, in order.</param>
    /// <param name="state">The state as it is kept.</param>
    /// <returns>Whether it does; false also when a content is missing, or the state can't be read.</returns>
    bool LeadsTo(IReadOnlyCollection<HistoryEntry> entries, JsonElement state);
}
