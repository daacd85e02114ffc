using System.Collections.Concurrent;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Clock;

/// <summary>
/// The clock of one machine: sleeps until the store's next due time or until something changes, then does what is due. A delivery that takes
/// long holds up nothing else.
/// </summary>
internal sealed partial class BackgroundClock(Lazy<DueRecords> due, TimeProvider clock, Quiet quiet, ILogger<BackgroundClock> log)
    : BackgroundService,
        IWakeUp
{
    private const int AtOnce = 200;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    private readonly Pause pause = new(clock, quiet);
    private readonly ConcurrentDictionary<DocumentKey, Task> deliveries = new();
    private volatile bool faulted;

    /// <inheritdoc/>
    public ValueTask WakeAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct)
    {
        if (dueAt is { } moment)
            pause.EndBefore(moment);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            DateTimeOffset? next = null;
            try
            {
                next = await WorkAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LookingFailed(e);
                faulted = true;
            }
            var latest = clock.GetUtcNow() + (faulted ? AfterFault : LongestSleep);
            faulted = false;
            await pause.UntilAsync(next < latest ? next : latest, stoppingToken);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(deliveries.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<DateTimeOffset?> WorkAsync(CancellationToken ct)
    {
        var found = await due.Value.FindAsync(AtOnce, ct);
        foreach (var document in found)
        {
            if (await TryAsync(() => due.Value.AdvanceAsync(document, ct), document.Key, ct))
                Deliver(document.Key, ct);
        }
        // There may be more than one page.
        if (found.Length >= AtOnce && !faulted)
            pause.End();
        return await due.Value.NextAsync(ct);
    }

    private void Deliver(DocumentKey record, CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (deliveries.TryAdd(record, started.Task))
            _ = DeliverAsync(record, started, ct);
    }

    private async Task DeliverAsync(DocumentKey record, TaskCompletionSource ended, CancellationToken ct)
    {
        using var work = quiet.Enter();
        await Task.Yield();
        await TryAsync(() => due.Value.DeliverAsync(record, ct), record, ct);
        deliveries.TryRemove(record, out _);
        ended.SetResult();
        // What fell due while this ran was passed over: look again.
        pause.End();
    }

    private async Task<bool> TryAsync(Func<Task> work, DocumentKey record, CancellationToken ct)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            RecordFailed(e, record.Type.Name, record.Id);
            faulted = true;
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for what is due failed; it is repeated in a second")]
    private partial void LookingFailed(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due for {Type} {Id} failed; it stays due and is repeated")]
    private partial void RecordFailed(Exception e, string type, string id);
}
