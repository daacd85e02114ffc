using OneToOne.Service.Store;

namespace OneToOne.Service.DueWork;

/// <summary>
/// When something is due again that failed for a reason of its own: what stays due would fail again at every look of a host's clock. Where the
/// store itself was out, nothing can be put off, and the host's own pause will do.
/// </summary>
internal static class PutOff
{
    /// <summary>How long it rests.</summary>
    public static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    /// <summary>Does what a document with no other declared field is due for; when that fails, the document is due later.</summary>
    public static async Task TryAsync(
        this IDocumentStore store,
        StoredDocument found,
        Func<Task> work,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not StoreUnavailableException && !ct.IsCancellationRequested)
        {
            var dueAt = FieldValue.At(Fields.DueAt, clock.GetUtcNow() + AfterFault);
            var later = new Operation.Replace(new(found.Key.Type, found.Key.Id, found.Json, dueAt), found.ETag);
            await store.CommitAsync(new(found.Key.Partition, Guid.NewGuid().ToString("N"), later), ct);
            throw;
        }
    }
}
