using System.Collections.Immutable;

namespace OneToOne.CosmosGateway;

/// <summary>A request that reached the account.</summary>
/// <param name="Kind">What it asked for.</param>
/// <param name="Path">Where, without the names of database and container.</param>
/// <param name="PartitionKey">The partition it named; <see langword="null"/> when it named none.</param>
public sealed record LoggedRequest(RequestKind Kind, string Path, string? PartitionKey);

/// <summary>Every request that reached the account, those that failed included.</summary>
public sealed class RequestLog
{
    private ImmutableList<LoggedRequest> requests = [];

    /// <summary>All since the beginning or the last <see cref="Clear"/>, in order.</summary>
    public ImmutableList<LoggedRequest> All => requests;

    /// <summary>How many there were of a kind.</summary>
    public int Count(RequestKind kind) => requests.Count(request => request.Kind == kind);

    /// <summary>Forgets them.</summary>
    public void Clear() => ImmutableInterlocked.Update(ref requests, _ => []);

    internal void Add(LoggedRequest request) => ImmutableInterlocked.Update(ref requests, all => all.Add(request));
}
