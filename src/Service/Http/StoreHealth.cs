using Microsoft.Extensions.Diagnostics.HealthChecks;
using OneToOne.Service.Store;

namespace OneToOne.Service.Http;

/// <summary>Whether the store answers.</summary>
internal sealed class StoreHealth(IDocumentStore store) : IHealthCheck
{
    // Any address will do: that there is nothing is an answer.
    private static readonly DocumentKey Anything = new("organisation", DocumentTypes.Organisation, "health");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.ReadAsync(Anything, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.");
        }
    }
}
