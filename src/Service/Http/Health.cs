using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OneToOne.Service.Mail;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Http;

/// <summary>
/// <c>/health/live</c>: this process answers. <c>/health/ready</c>: what it depends on answers too; 200 when healthy or degraded, else 503.
/// </summary>
internal static class Health
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<MailHealth>("mail").AddCheck<PolicyHealth>("policy");
        return services;
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "/health/live", _ => false);
        Map(routes, "/health/ready", _ => true);
    }

    private static void Map(IEndpointRouteBuilder routes, string path, Func<HealthCheckRegistration, bool> which) =>
        routes.MapHealthChecks(path, new() { Predicate = which, ResponseWriter = Write }).AllowAnonymous().DisableRateLimiting();

    private static Task Write(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new Readiness(report.Status, report.Entries.ToDictionary(e => e.Key, e => new Check(e.Value.Status, e.Value.Description))),
            context.RequestAborted
        );

    private sealed record Readiness(HealthStatus Status, Dictionary<string, Check> Checks);

    private sealed record Check(HealthStatus Status, string? Description);
}
