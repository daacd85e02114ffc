using Microsoft.Extensions.Logging;
using OneToOne.Domain;

namespace OneToOne.Service.Deliveries;

/// <summary>Tells somebody now: delivers in the very request that called for help, and leaves the rest to the clock.</summary>
/// <param name="deliverer">Delivers what arrangements have to say.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="log">The log.</param>
public sealed partial class UrgentDelivery(ArrangementDeliverer deliverer, TimeProvider clock, ILogger<UrgentDelivery> log)
{
    // Whoever calls for help is not kept waiting by a slow mail server.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Delivers what is due. It never fails: what could not be delivered stays due.</summary>
    /// <param name="id">The arrangement.</param>
    /// <returns>When it is delivered, or has taken too long and goes on without the caller.</returns>
    public async Task DeliverAsync(ArrangementId id)
    {
        try
        {
            await deliverer.DeliverAsync(id.Value, CancellationToken.None).WaitAsync(Longest, clock);
        }
        catch (Exception e)
        {
            NotDeliveredAtOnce(e.GetType().Name);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "What was just reported was not delivered at once ({Failure}); the clock delivers it"
    )]
    private partial void NotDeliveredAtOnce(string failure);
}
