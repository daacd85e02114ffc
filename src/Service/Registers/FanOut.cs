using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>Hands a register change to every open arrangement that rests on it. Idempotent: an arrangement that has heard of it has nothing to do.</summary>
/// <param name="store">The store.</param>
/// <param name="arrangements">Takes the steps.</param>
/// <param name="clock">The product's clock.</param>
public sealed class FanOut(IDocumentStore store, ArrangementSteps arrangements, TimeProvider clock)
{
    private const int PageSize = 100;

    /// <summary>Works off one change, resuming where it was left.</summary>
    /// <param name="found">Its document.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>When every open arrangement has heard of it.</returns>
    public async Task RunAsync(StoredDocument found, CancellationToken ct)
    {
        while (true)
        {
            var change = JsonSerializer.Deserialize<RegisterChanged>(found.Json.Span, WireFormat.Options)!;
            var page = await store.QueryAsync(Concerned(change), ct);
            foreach (var document in page.Documents)
                await arrangements.AdvanceAsync(new ArrangementId(document.Key.Id), ct);
            if (page.Continuation is null)
            {
                await CommitAsync(found, new Operation.Delete(DocumentTypes.RegisterChanged, found.Key.Id, found.ETag), ct);
                return;
            }
            var next = (change with { Continuation = page.Continuation }).Write(found.Key.Id, clock.GetUtcNow());
            await CommitAsync(found, new Operation.Replace(next, found.ETag), ct);
            if (await store.ReadAsync(found.Key, ct) is not { } again)
                return;
            found = again;
        }
    }

    private static DocumentQuery Concerned(RegisterChanged change) =>
        (
            change.Child is { } child
                ? new DocumentQuery(Queries.OpenArrangementsOfChild, child.Value, "1")
                : new DocumentQuery(Queries.OpenArrangementsOfWorker, change.Worker!.Value.Value, "1")
        ) with
        {
            Limit = PageSize,
            Continuation = change.Continuation,
        };

    private async Task CommitAsync(StoredDocument found, Operation operation, CancellationToken ct) =>
        await store.CommitAsync(new(found.Key.Partition, Guid.NewGuid().ToString("N"), operation), ct);
}
