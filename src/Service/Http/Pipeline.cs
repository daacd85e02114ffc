using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OneToOne.Service.Http.Idempotency;

namespace OneToOne.Service.Http;

/// <summary>
/// The one way a request takes, on every host. A host with an application of its own adds it there; any other builds it once with
/// <c>new ApplicationBuilder(services)</c> and runs the delegate for each request.
/// </summary>
public static class Pipeline
{
    /// <summary>Adds the whole pipeline, from the answer to failures to the endpoints.</summary>
    /// <param name="app">The application.</param>
    /// <param name="hostRoutes">Maps what only this host answers; it must say who may call it, like everything else.</param>
    /// <returns>The same application.</returns>
    public static IApplicationBuilder UseOneToOne(this IApplicationBuilder app, Action<IEndpointRouteBuilder>? hostRoutes = null)
    {
        app.UseSecurityHeaders();
        app.UseFailures();
        app.UseBodyLimit();
        app.UseRouting();
        HeardAnyway.UseHearing(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseIdempotencyKeys();
        app.UseEndpoints(routes =>
        {
            routes.MapOneToOne();
            hostRoutes?.Invoke(routes);
        });
        return app;
    }
}
