using Microsoft.Extensions.Logging;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Functions.Timers;

/// <summary>Works off the due records of kinds that have no orchestration of their own. One that fails or hangs holds up no other, and stays due.</summary>
/// <param name="due">Finds them and does what is due.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="log">The log.</param>
public sealed partial class OtherRecords(DueRecords due, TimeProvider clock, ILogger<OtherRecords> log)
{
    private const int Most = 500;
    private const int AtOnce = 8;

    /// <summary>Works them off, most overdue first.</summary>
    /// <param name="kind">The query of the kind.</param>
    /// <param name="ct">Cancels it; what is left is found again.</param>
    /// <returns>When all that were found have had their turn.</returns>
    public Task WorkOffAsync(QueryDefinition kind, CancellationToken ct) =>
        Parallel.ForEachAsync(
            due.FindAsync(kind, clock.GetUtcNow(), Most, ct),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            WorkOffAsync
        );

    private async ValueTask WorkOffAsync(StoredDocument found, CancellationToken ct)
    {
        try
        {
            while (await due.WorkOffAsync(found.Key, ct)) { }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(e, found.Key.Type.Name, found.Key.LoggedId);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due for {Type} {Id} failed; it stays due and is repeated")]
    private partial void Failed(Exception e, string type, string id);
}
