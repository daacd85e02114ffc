using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>Hands a register change to every open arrangement that rests on it. Idempotent: an arrangement that has heard of it has nothing to do.</summary>
/// <param name="store">The store.</param>
/// <param name="arrangements">Takes the steps of arrangements.</param>
/// <param name="assessments">Takes the steps of assessments.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="log">The log.</param>
public sealed partial class FanOut(
    IDocumentStore store,
    ArrangementSteps arrangements,
    AssessmentSteps assessments,
    TimeProvider clock,
    ILogger<FanOut> log
)
{
    private const int PageSize = 100;

    /// <summary>Works off one page of one change, the one where it was left. After the last page the change is due no more.</summary>
    /// <param name="found">Its document.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>When every arrangement of the page has heard of it, or could not.</returns>
    public async Task RunAsync(StoredDocument found, CancellationToken ct)
    {
        var change = RegisterChanged.Read(found);
        if (change.Mail)
            return;
        if (change is { Early: { } early, Child: { } child })
        {
            await BringForwardAsync(found, early, child, ct);
            return;
        }
        var page = await store.QueryAsync(Concerned(change), ct);
        var again = change.Again;
        foreach (var document in page.Documents)
            again |= !await TryAsync(document.Key, ct);
        var now = clock.GetUtcNow();
        Operation next = (page.Continuation, again) switch
        {
            ({ } rest, _) => Left(change with { Continuation = rest, Again = again }, now),
            (null, true) => Left(change with { Continuation = null, Again = false }, now + PutOff.AfterFault),
            (null, false) => new Operation.Delete(DocumentTypes.RegisterChanged, found.Key.Id, found.ETag),
        };
        await store.CommitAsync(new(found.Key.Partition, Guid.NewGuid().ToString("N"), next), ct);

        Operation Left(RegisterChanged rest, DateTimeOffset dueAt) => new Operation.Replace(rest.Write(found.Key.Id, dueAt), found.ETag);
    }

    // Twice is the same as once. What they change, the open arrangements hear from the assessments themselves.
    private async Task BringForwardAsync(StoredDocument found, EarlyReview early, ChildId child, CancellationToken ct)
    {
        foreach (var (key, command) in early.For(child))
            await assessments.TakeAsync(new(key, command), ct);
        await store.CommitAsync(
            new(
                found.Key.Partition,
                Guid.NewGuid().ToString("N"),
                new Operation.Delete(DocumentTypes.RegisterChanged, found.Key.Id, found.ETag)
            ),
            ct
        );
    }

    // One arrangement that cannot hear of it keeps it from no other.
    private async Task<bool> TryAsync(DocumentKey arrangement, CancellationToken ct)
    {
        try
        {
            await arrangements.AdvanceAsync(new ArrangementId(arrangement.Id), ct);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotHeard(e, arrangement.Id);
            return false;
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Arrangement {Id} could not hear of a register change; it is repeated in a minute")]
    private partial void NotHeard(Exception e, string id);
}
