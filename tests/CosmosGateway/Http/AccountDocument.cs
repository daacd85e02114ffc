using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Http;

/// <summary>What the account says of itself at its root: one region, strong consistency, and how far its query engine goes.</summary>
internal static class AccountDocument
{
    private const string QueryEngine = """
        {"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":500,"maxLogicalOrPerSqlQuery":500,
        "maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,
        "maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,"sqlAllowAggregateFunctions":true,
        "sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,
        "sqlAllowGroupByClause":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,
        "sqlDisableQueryILOptimization":false,"sqlDisableFilterPlanOptimization":false,"sqlAllowTop":true,"enableSpatialIndexing":true}
        """;

    public static JsonObject Of(Uri address) =>
        new()
        {
            ["_self"] = "",
            ["id"] = "in-memory",
            ["_rid"] = "in-memory.example",
            ["media"] = "//media/",
            ["addresses"] = "//addresses/",
            ["_dbs"] = "//dbs/",
            ["writableLocations"] = Locations(address),
            ["readableLocations"] = Locations(address),
            ["enableMultipleWriteLocations"] = false,
            ["userReplicationPolicy"] = Replication(),
            ["systemReplicationPolicy"] = Replication(),
            ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = "Strong" },
            ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
            ["queryEngineConfiguration"] = QueryEngine,
        };

    private static JsonArray Locations(Uri address) =>
        [new JsonObject { ["name"] = "In Memory", ["databaseAccountEndpoint"] = address.ToString() }];

    private static JsonObject Replication() =>
        new()
        {
            ["asyncReplication"] = false,
            ["minReplicaSetSize"] = 3,
            ["maxReplicasetSize"] = 4,
        };
}
