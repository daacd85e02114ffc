using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>
/// Documents in partitions. Two engines implement it and one set of contract tests holds both to the same meaning.
/// Members throw <see cref="StoreUnavailableException"/> when the engine cannot answer now, <see cref="StoreRefusedException"/> when
/// it will not, and <see cref="ArgumentException"/> for what
/// is not declared in the engine's <see cref="StoreSchema"/>: that is a bug, never a user's doing.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Reads one document; <see langword="null"/> when there is none.</summary>
    ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct);

    /// <summary>
    /// Reads several documents, of any partitions, at once, each as it is at some moment of the call; a version that is held already is not
    /// read again. The answers stand in the order of the keys.
    /// </summary>
    ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct);

    /// <summary>
    /// Does all operations of the commit or none. <see cref="CommitResult.Committed"/> is answered only once it is durable.
    /// Cancelling has no effect once the engine has taken the commit. After an exception the outcome is unknown:
    /// ask again with the same command id.
    /// </summary>
    ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct);

    /// <summary>
    /// Reads one page of a declared query.
    /// Throws <see cref="InvalidContinuationException"/> for a continuation this query did not hand out.
    /// </summary>
    ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct);

    /// <summary>
    /// The first document's value of the field the query is ordered by, read from the index alone; <see langword="null"/> when nothing
    /// matches. "The earliest due time" is this.
    /// </summary>
    ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct);

    /// <summary>
    /// Sees to it that nothing deleted or replaced until now can be read from files that are the engine's own. An engine whose files are
    /// somebody else's, such as a service's, has nothing to do.
    /// </summary>
    ValueTask ForgetAsync(CancellationToken ct) => ValueTask.CompletedTask;
}
