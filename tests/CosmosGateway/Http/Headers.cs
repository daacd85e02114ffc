namespace OneToOne.CosmosGateway.Http;

/// <summary>The headers of the service that the gateway reads or writes.</summary>
internal static class Headers
{
    public const string ActivityId = "x-ms-activity-id";
    public const string Charge = "x-ms-request-charge";
    public const string Continuation = "x-ms-continuation";
    public const string EndOfKeys = "x-ms-end-epk";
    public const string IsBatch = "x-ms-cosmos-is-batch-request";
    public const string IsAtomic = "x-ms-cosmos-batch-atomic";
    public const string IsQuery = "x-ms-documentdb-isquery";
    public const string IsQueryPlan = "x-ms-cosmos-is-query-plan-request";
    public const string IsUpsert = "x-ms-documentdb-is-upsert";
    public const string ItemCount = "x-ms-item-count";
    public const string MaximumItemCount = "x-ms-max-item-count";
    public const string PartitionKey = "x-ms-documentdb-partitionkey";
    public const string Range = "x-ms-documentdb-partitionkeyrangeid";
    public const string RetryAfter = "x-ms-retry-after-ms";
    public const string StartOfKeys = "x-ms-start-epk";
    public const string SubStatus = "x-ms-substatus";
}
