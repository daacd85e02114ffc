namespace OneToOne.CosmosGateway;

/// <summary>What a request asks the account for.</summary>
public enum RequestKind
{
    /// <summary>The account, a database, a container or the ranges of one: what the client reads once and remembers.</summary>
    Metadata,

    /// <summary>One document by its id.</summary>
    PointRead,

    /// <summary>A write of one document outside any batch.</summary>
    PointWrite,

    /// <summary>A transactional batch.</summary>
    Batch,

    /// <summary>How a query is to be asked.</summary>
    QueryPlan,

    /// <summary>One page of a query from one range.</summary>
    Query,
}
