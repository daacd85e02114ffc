using System.Collections.Immutable;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>The records that one step looks at: each is read once, and stays for the step as it was read.</summary>
public sealed class RecordsRead
{
    private readonly Dictionary<DocumentKey, Func<StoredDocument, object>> wanted = [];
    private readonly OrderedDictionary<DocumentKey, KeptRecord?> read = [];

    /// <summary>The documents that were looked at, with the versions that were found, in the order they were wanted.</summary>
    public IEnumerable<DocumentWanted> Seen => read.Select(one => new DocumentWanted(one.Key, one.Value?.ETag));

    /// <summary>Says that a record is to be read.</summary>
    /// <typeparam name="TState">Its state.</typeparam>
    /// <typeparam name="TEvent">Its events.</typeparam>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    public void Want<TState, TEvent>(RecordKind<TState, TEvent> kind, string id)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(kind);
        var key = kind.KeyOf(id);
        if (read.TryAdd(key, null))
            wanted.Add(key, document => new Stored<TState>(Ledger.Read<TState>(document), document.ETag));
    }

    /// <summary>A record that was read.</summary>
    /// <typeparam name="TState">Its state.</typeparam>
    /// <typeparam name="TEvent">Its events.</typeparam>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <returns>The record; null when there is none.</returns>
    public Stored<TState>? Of<TState, TEvent>(RecordKind<TState, TEvent> kind, string id)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(kind);
        var key = kind.KeyOf(id);
        if (wanted.ContainsKey(key))
            throw new InvalidOperationException("It has not been read yet.");
        return (Stored<TState>?)read[key]?.Record;
    }

    internal ImmutableArray<DocumentKey> NotYet => [.. wanted.Keys];

    internal KeptRecord? Set(DocumentKey key, DocumentRead answer, KeptRecord? held)
    {
        wanted.Remove(key, out var parse);
        return read[key] = answer switch
        {
            DocumentRead.NotModified => held,
            DocumentRead.Found { Document: var found } => new(found.ETag, parse!(found)),
            _ => null,
        };
    }
}

/// <summary>A record as it was read, of any kind.</summary>
/// <param name="ETag">The store's version of it.</param>
/// <param name="Record">A <see cref="Stored{TState}"/>.</param>
internal sealed record KeptRecord(string ETag, object Record);
