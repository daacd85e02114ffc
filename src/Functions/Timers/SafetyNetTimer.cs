using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Functions.Arrangements;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Functions.Timers;

/// <summary>
/// Looks every minute for what the orchestrations have missed, and does it without them; then has them run again. All that is late has its
/// clocks moved first: neither a mail server nor the Durable engine that hangs holds up a clock. It begins with what is most overdue and does
/// as much as a minute holds; the rest is found again.
/// </summary>
/// <param name="net">Finds late arrangements and does what is due for them.</param>
/// <param name="others">Works off records that have no orchestration.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="log">The log.</param>
public sealed partial class SafetyNetTimer(SafetyNet net, OtherRecords others, TimeProvider clock, ILogger<SafetyNetTimer> log)
{
    private const int Most = 500;
    private const int AtOnce = 16;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(50);

    // What takes longer goes on without its turn being kept.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Looks.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="durable">The Durable client.</param>
    /// <param name="ct">Cancels it; what is left is found again.</param>
    /// <returns>When the minute's work is done.</returns>
    [Function(nameof(SafetyNetTimer))]
    public async Task RunAsync(
        [TimerTrigger("0 * * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient durable,
        CancellationToken ct
    )
    {
        using var minute = new CancellationTokenSource(Budget, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, minute.Token);
        try
        {
            await Task.WhenAll(CatchUpAsync(durable, either.Token), WorkOffOthersAsync(durable, either.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            MinuteIsOver();
        }
        Looked();
    }

    private async Task CatchUpAsync(DurableTaskClient durable, CancellationToken ct)
    {
        var open = new ConcurrentQueue<ArrangementId>();
        var (missed, restarted) = (0, 0);
        try
        {
            await Parallel.ForEachAsync(
                net.FindAsync(Most, ct),
                Limits(ct),
                async (id, ct) => Interlocked.Add(ref missed, await AdvanceAsync(id, open, ct) ? 1 : 0)
            );
            await Task.WhenAll(
                Parallel.ForEachAsync(open, Limits(ct), DeliverAsync),
                Parallel.ForEachAsync(
                    open,
                    Limits(ct),
                    async (id, ct) => Interlocked.Add(ref restarted, await RestoreAsync(id, durable, ct) ? 1 : 0)
                )
            );
        }
        finally
        {
            if (missed + restarted > 0)
                Acted(missed, restarted);
        }
    }

    // One that fails holds up no other; what it has to say is delivered, and its orchestration runs, all the same.
    private async ValueTask<bool> AdvanceAsync(ArrangementId id, ConcurrentQueue<ArrangementId> open, CancellationToken ct)
    {
        try
        {
            var late = await net.AdvanceAsync(id, ct);
            if (!late.IsOver)
                open.Enqueue(id);
            if (late.IsStuck)
                Stuck(null, id.Value, "done");
            return late is { MissedItsClock: true, IsStuck: false };
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            open.Enqueue(id);
            Stuck(e, id.Value, "done");
            return false;
        }
    }

    private async ValueTask DeliverAsync(ArrangementId id, CancellationToken ct)
    {
        try
        {
            await net.DeliverAsync(id, ct).WaitAsync(Longest, clock, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Stuck(e, id.Value, "delivered");
        }
    }

    private async Task<bool> RestoreAsync(ArrangementId id, DurableTaskClient durable, CancellationToken ct)
    {
        try
        {
            return await durable.RestoreAsync(id.Value, ct).WaitAsync(Longest, clock, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotRestored(e, id.Value);
            return false;
        }
    }

    // Only these wake somebody: an arrangement that the net itself moves is restored by it.
    private async Task WorkOffOthersAsync(DurableTaskClient durable, CancellationToken ct)
    {
        DurableClients.Current = durable;
        await Task.WhenAll(
            others.WorkOffAsync(Queries.ConcernsAroseDue, ct),
            others.WorkOffAsync(Queries.ConcernsDue, ct),
            others.WorkOffAsync(Queries.RegisterChangesDue, ct)
        );
        // Nobody's safety hangs on these: they go after all that is in earnest.
        await others.WorkOffAsync(Queries.DrillsDue, ct);
        await others.WorkOffAsync(Queries.RetentionRunsDue, ct);
    }

    private static ParallelOptions Limits(CancellationToken ct) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };

    [LoggerMessage(1000, LogLevel.Information, "Safety net looked", EventName = "SafetyNetLooked")]
    private partial void Looked();

    [LoggerMessage(
        1001,
        LogLevel.Warning,
        "Safety net acted: {Missed} arrangements had missed their clock, {Restarted} orchestrations were started again",
        EventName = "SafetyNetActed"
    )]
    private partial void Acted(int missed, int restarted);

    [LoggerMessage(
        1002,
        LogLevel.Warning,
        "Safety net was not done within its minute; it goes on with the next",
        EventName = "SafetyNetOverran"
    )]
    private partial void MinuteIsOver();

    [LoggerMessage(
        1003,
        LogLevel.Error,
        "What is due for arrangement {Id} could not be {Done}; it stays due and is repeated",
        EventName = "ArrangementStuck"
    )]
    private partial void Stuck(Exception? e, string id, string done);

    [LoggerMessage(1004, LogLevel.Error, "The orchestration of arrangement {Id} could not be reached; it is repeated")]
    private partial void NotRestored(Exception e, string id);
}
