using OneToOne.Service.Store;

namespace OneToOne.Service.DueWork;

/// <summary>How a host is told that something may be due sooner than it thought. Best effort: a lost wake-up costs time, never the work.</summary>
public interface IWakeUp
{
    /// <summary>Says that a record changed.</summary>
    /// <param name="record">The key of its state document.</param>
    /// <param name="dueAt">When it is due now, so that a host need not look sooner than that; null when nothing happens to it any more.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When the host has been told.</returns>
    ValueTask WakeAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct);

    /// <summary>Says that there is a record to watch to which nothing was to happen until now: it is new, or was over.</summary>
    /// <param name="record">The key of its state document.</param>
    /// <param name="dueAt">When it is due now.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When the host has been told.</returns>
    ValueTask WatchAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) => WakeAsync(record, dueAt, ct);
}
