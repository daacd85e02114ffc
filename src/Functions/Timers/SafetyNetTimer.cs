using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneToOne.Functions.Arrangements;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Functions.Timers;

/// <summary>
/// Looks every minute for what the orchestrations have missed, and does it without them; then has them run again. It begins with what is most
/// overdue and does as much as a minute holds; the rest is found again.
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

    /// <summary>Looks.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="durable">The Durable client.</param>
    /// <param name="ct">Cancels it; what is left is found again.</param>
    /// <returns>When the minute's work is done.</returns>
    [Function(nameof(SafetyNet))]
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
            await CatchUpAsync(durable, either.Token);
            DurableClients.Current = durable;
            await others.WorkOffAsync(Queries.ConcernsDue, either.Token);
            await others.WorkOffAsync(Queries.RegisterChangesDue, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            MinuteIsOver();
        }
        Looked();
    }

    private async Task CatchUpAsync(DurableTaskClient durable, CancellationToken ct)
    {
        var (missed, restarted) = (0, 0);
        try
        {
            await Parallel.ForEachAsync(
                net.FindAsync(Most, ct),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
                async (late, ct) =>
                {
                    Interlocked.Add(ref missed, late.MissedItsClock ? 1 : 0);
                    Interlocked.Add(ref restarted, await CatchUpAsync(late, durable, ct) ? 1 : 0);
                }
            );
        }
        finally
        {
            if (missed + restarted > 0)
                Acted(missed, restarted);
        }
    }

    // One that fails holds up no other. Whatever comes of it, its orchestration must run.
    private async Task<bool> CatchUpAsync(Late late, DurableTaskClient durable, CancellationToken ct)
    {
        try
        {
            if (await net.CatchUpAsync(late.Id, ct) is null or { IsOver: true })
                return false;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(e, late.Id.Value);
        }
        try
        {
            return await durable.RestoreAsync(late.Id.Value, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotRestored(e, late.Id.Value);
            return false;
        }
    }

    [LoggerMessage(1000, LogLevel.Information, "Safety net looked", EventName = "SafetyNetLooked")]
    private partial void Looked();

    [LoggerMessage(
        1001,
        LogLevel.Warning,
        "Safety net acted: {Missed} arrangements had missed their clock, {Restarted} orchestrations were started again",
        EventName = "SafetyNetActed"
    )]
    private partial void Acted(int missed, int restarted);

    [LoggerMessage(1002, LogLevel.Warning, "Safety net was not done within its minute; it goes on with the next")]
    private partial void MinuteIsOver();

    [LoggerMessage(1003, LogLevel.Error, "What is due for arrangement {Id} failed; it stays due and is repeated")]
    private partial void Failed(Exception e, string id);

    [LoggerMessage(1004, LogLevel.Error, "The orchestration of arrangement {Id} could not be reached; it is repeated")]
    private partial void NotRestored(Exception e, string id);
}
