using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace OneToOne.Service.Webhooks;

/// <summary>Registers how people's webhooks are called.</summary>
public static class WebhookServices
{
    /// <summary>Registers <see cref="SignedWebhook"/>; settings are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where the section <c>Webhook</c> is.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<WebhookOptions>()
            .Bind(configuration.GetSection(WebhookOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SignedWebhook>();
        return services;
    }
}
