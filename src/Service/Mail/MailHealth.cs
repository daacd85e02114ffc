using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OneToOne.Service.Mail;

/// <summary>Degraded while mails only go into a folder: nobody is told anything.</summary>
internal sealed class MailHealth(MailStatus mail) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            mail.LeavesThisMachine
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded("No mail leaves this machine: mails are written into a folder.")
        );
}
