using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Json;

namespace OneToOne.Service;

/// <summary>Registers what both hosts share. A host adds its store, its mail and, without an identity provider, its <see cref="LocalKey"/>.</summary>
public static class Composition
{
    /// <summary>Registers the service; settings are checked when the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddOneToOne(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(options => WireFormat.Apply(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddRouting();
        services.AddProblemDetails();
        services.AddOpenApi();
        services.AddSignIn(configuration);
        services.AddRateLimits(configuration);
        services.AddHealth();
        services.AddSingleton<KeyReservations>();
        return services;
    }
}
