using System.Net;
using Microsoft.Azure.Cosmos;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>
/// Commits: one transactional batch each. The client repeats a throttled batch, which was not done; one whose outcome is unknown is
/// repeated here, after looking whether it was done.
/// </summary>
/// <param name="container">Where items are.</param>
/// <param name="reader">Reads back.</param>
/// <param name="clock">The product's clock, which what expires is measured by.</param>
/// <param name="patience">How long one attempt may take.</param>
internal sealed class CosmosWriter(Container container, CosmosReader reader, TimeProvider clock, TimeSpan patience)
{
    /// <summary>Commits.</summary>
    public async Task<CommitResult> CommitAsync(Commit commit)
    {
        for (var attempt = 1; ; attempt++)
        {
            Exception unknown;
            try
            {
                using var answer = await SendAsync(commit);
                if (answer.IsSuccessStatusCode)
                    return CommitResult.Committed.Instance;
                if (Conflict(answer) is { } conflict)
                    return await IsDoneAsync(commit) ? CommitResult.AlreadyCommitted.Instance : conflict;
                unknown = CosmosFault.Of(answer.StatusCode, answer.Headers);
                if (!CosmosFault.IsPassing(answer.StatusCode))
                    throw unknown;
            }
            catch (Exception e) when (CosmosFault.IsIts(e) && e is not StoreUnavailableException)
            {
                unknown = CosmosFault.Of(e);
                if (unknown is StoreRefusedException)
                    throw unknown;
            }
            if (await IsDoneAsync(commit))
                return CommitResult.AlreadyCommitted.Instance;
            await Task.Delay(CosmosFault.PauseAfter(attempt) ?? throw unknown);
        }
    }

    private async Task<TransactionalBatchResponse> SendAsync(Commit commit)
    {
        var batch = container.CreateTransactionalBatch(new PartitionKey(commit.Partition));
        var now = clock.GetUtcNow();
        foreach (var operation in commit.Operations)
            Add(batch, operation, commit, now);
        using var limit = new CancellationTokenSource(patience);
        return await batch.ExecuteAsync(limit.Token);
    }

    private static void Add(TransactionalBatch batch, Operation operation, Commit commit, DateTimeOffset now)
    {
        var id = Item.IdOf(operation.Type, operation.Id);
        var options = new TransactionalBatchItemRequestOptions { EnableContentResponseOnWrite = false };
        _ = operation switch
        {
            Operation.Create create => batch.CreateItemStream(Item.Write(create.Document, commit, now), options),
            Operation.Replace replace => batch.ReplaceItemStream(id, Item.Write(replace.Document, commit, now), IfMatch(replace.IfMatch)),
            Operation.Delete delete => batch.DeleteItem(id, IfMatch(delete.IfMatch)),
            _ => throw new InvalidOperationException("The union is closed."),
        };
    }

    private static TransactionalBatchItemRequestOptions IfMatch(string? etag) =>
        new() { EnableContentResponseOnWrite = false, IfMatchEtag = etag };

    // All but the one that failed are answered "failed dependency".
    private static CommitResult.Conflict? Conflict(TransactionalBatchResponse answer)
    {
        if (
            answer.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed)
            && !CosmosFault.IsAbsent(answer.StatusCode, answer.Headers)
        )
            return null;
        for (var i = 0; i < answer.Count; i++)
            if (answer[i].StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound)
                return new(i);
        return null;
    }

    // What a commit creates stays as it was written for longest; only without any does it show by what it replaced.
    private async Task<bool> IsDoneAsync(Commit commit)
    {
        var created = commit.Operations.Where(operation => operation is Operation.Create).ToList();
        var witnesses = created.Count > 0 ? created : [.. commit.Operations.Where(operation => operation.Written is not null)];
        var found = await Task.WhenAll(
            witnesses.Select(o => reader.WriterOfAsync(new(commit.Partition, o.Type, o.Id), CancellationToken.None))
        );
        return found.Contains(commit.CommandId);
    }
}
