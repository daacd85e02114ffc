using System.Net;

namespace OneToOne.CosmosGateway.Faults;

/// <summary>Something that goes wrong with one request: a closed union.</summary>
public abstract record Fault
{
    private Fault() { }

    /// <summary>429: nothing is done, come back later.</summary>
    /// <param name="RetryAfter">When.</param>
    public sealed record Throttled(TimeSpan RetryAfter) : Fault;

    /// <summary>503: nothing is done.</summary>
    public sealed record Unavailable : Fault;

    /// <summary>Any other answer than a success: nothing is done.</summary>
    /// <param name="Status">Which.</param>
    public sealed record Refused(HttpStatusCode Status) : Fault;

    /// <summary>408, although it may have been done.</summary>
    /// <param name="Done">Whether it was.</param>
    public sealed record TimedOut(bool Done) : Fault;

    /// <summary>No answer: the connection is gone.</summary>
    /// <param name="Done">Whether the request was carried out before that.</param>
    public sealed record Cut(bool Done) : Fault;

    /// <summary>Somebody else gets in first; the request then goes on as if nothing had happened.</summary>
    /// <param name="Other">What they do.</param>
    public sealed record Overtaken(Func<Task> Other) : Fault;
}
