using System.Net;
using OneToOne.CosmosGateway.Batches;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Http;

/// <summary>Answers requests one after another.</summary>
internal sealed class Service(Uri address, ContainerShape shape, int largestPage)
{
    private readonly Lock mutex = new();
    private readonly Metadata metadata = new(address, shape);

    public async Task<Answer> AnswerAsync(Incoming incoming)
    {
        try
        {
            if (incoming.Header("authorization") is null)
                throw new Refusal(HttpStatusCode.Unauthorized, "The request is not signed.");
            return incoming.Kind is RequestKind.Batch ? await BatchAsync(incoming) : Locked(incoming);
        }
        catch (Refusal refusal)
        {
            return Answer.Refused(refusal);
        }
    }

    private Answer Locked(Incoming incoming)
    {
        lock (mutex)
            return incoming.Kind switch
            {
                RequestKind.Metadata => metadata.Answer(incoming),
                RequestKind.QueryPlan => Asked.Plan(incoming, Container(incoming)),
                RequestKind.Query => Asked.Page(incoming, Container(incoming), largestPage),
                _ => Documents.Answer(incoming, Container(incoming)),
            };
    }

    private async Task<Answer> BatchAsync(Incoming incoming)
    {
        if (!incoming.Is(Headers.IsAtomic))
            throw Refusal.NotBuilt("batches that are not atomic");
        var operations = await BatchOperation.ReadAsync(incoming.Body);
        BatchRun.Demand(operations, incoming.Body.Length);
        var key = EffectivePartitionKey.ReadHeader(
            incoming.Header(Headers.PartitionKey) ?? throw Refusal.Bad("A batch has one partition key.")
        );
        HttpStatusCode status;
        BatchResult[] results;
        lock (mutex)
            (status, results) = BatchRun.Do(operations, new Change(Container(incoming), key));
        return new(status, await BatchResult.WriteAsync(results));
    }

    private StoredContainer Container(Incoming incoming) => metadata.Container(incoming.Path[1], incoming.Path[3]);
}
