using System.Net;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Batches;

/// <summary>Does a batch: all of it, or nothing and 424 for every operation but the one that failed.</summary>
internal static class BatchRun
{
    private const int MaximumOperations = 100;
    private const int MaximumBytes = 2 * 1024 * 1024;

    public static void Demand(IReadOnlyList<BatchOperation> operations, int bytes)
    {
        if (bytes > MaximumBytes)
            throw Refusal.TooLarge("A batch has at most 2 MB.");
        if (operations.Count is 0 or > MaximumOperations)
            throw Refusal.Bad("Batch request has more operations than what is supported: it has 1 to 100.");
    }

    public static (HttpStatusCode Status, BatchResult[] Results) Do(IReadOnlyList<BatchOperation> operations, Change change)
    {
        var results = new List<BatchResult>();
        foreach (var operation in operations)
            try
            {
                results.Add(Do(operation, change));
            }
            catch (Refusal refusal) when (refusal.Status is not HttpStatusCode.NotImplemented)
            {
                return (HttpStatusCode.MultiStatus, Failed(operations.Count, results.Count, refusal));
            }
        change.Commit();
        return (HttpStatusCode.OK, [.. results]);
    }

    private static BatchResult Do(BatchOperation operation, Change change)
    {
        switch (operation.Type)
        {
            case 0:
                return Written(HttpStatusCode.Created, change.Create(StoredJson.ReadDocument(operation.Body)), operation);
            case 2:
                return Written(HttpStatusCode.OK, change.Read(operation.Id), operation);
            case 4:
                change.Delete(operation.Id, operation.IfMatch);
                return new(HttpStatusCode.NoContent);
            case 5:
                return Written(
                    HttpStatusCode.OK,
                    change.Replace(operation.Id, StoredJson.ReadDocument(operation.Body), operation.IfMatch),
                    operation
                );
            default:
                throw Refusal.NotBuilt($"operation {operation.Type} in batches");
        }
    }

    private static BatchResult Written(HttpStatusCode status, Item item, BatchOperation operation) =>
        new(status, item.ETag, operation.Minimal ? null : StoredJson.Write(item.Body));

    private static BatchResult[] Failed(int count, int at, Refusal refusal) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    i == at
                        ? new BatchResult(refusal.Status, SubStatus: refusal.SubStatus)
                        : new BatchResult(HttpStatusCode.FailedDependency)
                ),
        ];
}
