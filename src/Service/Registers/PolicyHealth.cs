using Microsoft.Extensions.Diagnostics.HealthChecks;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>Degraded until a policy is set (G-01): until then nothing can be asked for.</summary>
internal sealed class PolicyHealth(RegisterReader registers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await registers.CurrentPolicyAsync(cancellationToken)).Adopted is false
                ? HealthCheckResult.Degraded(
                    "No policy is adopted, so every request is refused (G-01) until an administrator or a service manager sets one: PUT /api/policy."
                )
                : HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException)
        {
            // The store's own check says so.
            return HealthCheckResult.Healthy();
        }
    }
}
