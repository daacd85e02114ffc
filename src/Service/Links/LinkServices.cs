using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace OneToOne.Service.Links;

/// <summary>Registers how links are sealed and addressed.</summary>
public static class LinkServices
{
    /// <summary>Registers tokens, codes and addresses of links; settings are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where the section <c>Links</c> is.</param>
    /// <param name="keys">Where this host keeps its keys: a folder on one machine, blob and Key Vault in Azure.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddLinks(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<IDataProtectionBuilder> keys
    )
    {
        services
            .AddOptions<MailedLinkOptions>()
            .Bind(configuration.GetSection(MailedLinkOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailedLinkOptions>, MailedLinkOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PublicAddress>(provider =>
        {
            var url = provider.GetRequiredService<IOptions<MailedLinkOptions>>().Value.PublicUrl!;
            return () => url;
        });
        services.AddSingleton<LinkTokens>();
        services.AddSingleton<SealedCodes>();
        services.AddSingleton<LinkUrls>();
        // The name isolates these keys from other products' and never changes: a new name would open no older link.
        keys(services.AddDataProtection().SetApplicationName("OneToOne"));
        return services;
    }
}
