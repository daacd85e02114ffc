using System.Collections.Concurrent;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Clock;

/// <summary>
/// The clock of one machine: sleeps until the store's next due time or until something changes, then does what is due. A delivery that takes
/// long holds up nothing else. A look is two queries for each type that has any, at least once a minute: on Cosmos DB they cost request units,
/// also when nothing is due.
/// </summary>
internal sealed partial class BackgroundClock : BackgroundService, IWakeUp
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    private readonly Lazy<DueRecords> due;
    private readonly TimeProvider clock;
    private readonly Quiet quiet;
    private readonly ILogger<BackgroundClock> log;
    private readonly TimeSpan longestSleep;
    private readonly Pause pause;
    private readonly ITimer again;
    private readonly ConcurrentDictionary<DocumentKey, Task> deliveries = new();

    public BackgroundClock(Lazy<DueRecords> due, TimeProvider clock, Quiet quiet, ILogger<BackgroundClock> log)
    {
        (this.due, this.clock, this.quiet, this.log) = (due, clock, quiet, log);
        // The machine's clock may be set and the machine suspended, so it looks again every minute; a stepped clock passes over nothing.
        longestSleep = clock is SteppedClock ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1);
        pause = new(clock, quiet);
        again = clock.CreateTimer(_ => pause.End(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

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
            var now = clock.GetUtcNow();
            DateTimeOffset? next = null;
            try
            {
                next = await WorkAsync(now, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LookingFailed(e);
                LookAgainAfterFault();
            }
            var latest = now + longestSleep;
            await pause.UntilAsync(next < latest ? next : latest, stoppingToken);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(deliveries.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        again.Dispose();
        base.Dispose();
    }

    // One moment for both: what falls due while this runs comes after it, and ends the sleep at once.
    private async Task<DateTimeOffset?> WorkAsync(DateTimeOffset now, CancellationToken ct)
    {
        await foreach (var document in due.Value.FindAsync(now, ct))
        {
            var advanced = await TryAsync(() => due.Value.AdvanceAsync(document, ct), document.Key, ct);
            // What could not be advanced may still have something to say.
            Deliver(document.Key, advanced, ct);
        }
        return await due.Value.NextAsync(now, ct);
    }

    private void Deliver(DocumentKey record, bool advanced, CancellationToken ct)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (deliveries.TryAdd(record, ended.Task))
            _ = DeliverAsync(record, advanced, ended, ct);
    }

    private async Task DeliverAsync(DocumentKey record, bool advanced, TaskCompletionSource ended, CancellationToken ct)
    {
        using var work = quiet.Enter();
        await Task.Yield();
        // A drill waits for all in earnest that is under way, and nothing in earnest for a drill.
        if (record.Type == DocumentTypes.Drill)
            await Task.WhenAll(deliveries.Where(other => other.Key.Type != DocumentTypes.Drill).Select(other => other.Value));
        var delivered = await TryAsync(() => due.Value.DeliverAsync(record, ct), record, ct);
        deliveries.TryRemove(record, out _);
        ended.SetResult();
        // What fell due while this ran was passed over: look again, but not at once at what has just failed.
        if (advanced && delivered)
            pause.End();
        else
            LookAgainAfterFault();
    }

    private void LookAgainAfterFault() => again.Change(AfterFault, Timeout.InfiniteTimeSpan);

    private async Task<bool> TryAsync(Func<Task> work, DocumentKey record, CancellationToken ct)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            RecordFailed(e, record.Type.Name, record.LoggedId);
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
