using System.Collections.Concurrent;

namespace OneToOne.Bench.Tools;

/// <summary>When the first commit of each partition was on disk, and when its first mail was accepted.</summary>
internal sealed class Moments(TimeProvider clock)
{
    public ConcurrentDictionary<string, DateTimeOffset> Commits { get; } = new();

    public ConcurrentDictionary<string, DateTimeOffset> Mails { get; } = new();

    public void Committed(string partition) => Commits.TryAdd(partition, clock.GetUtcNow());

    /// <summary>Notes a mail, whose id begins with the partition it comes from.</summary>
    public void Accepted(string mailId) => Mails.TryAdd(string.Join('.', mailId.Split('.')[..2]), clock.GetUtcNow());
}
