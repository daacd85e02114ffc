using Azure.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneToOne.Functions.Hosting;
using OneToOne.Service.Links;

namespace OneToOne.Functions.Keys;

/// <summary>The key ring that seals links: one for all instances, in a blob, wrapped by a key that never leaves Key Vault.</summary>
internal static class KeyRing
{
    /// <summary>Registers links, sealed by this ring; settings are checked at start.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(KeyRingOptions.Section);
        services.AddOptions<KeyRingOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeyRingOptions>, KeyRingOptionsValidator>();
        return services.AddLinks(
            configuration,
            keys =>
            {
                keys.PersistKeysToAzureBlobStorage(provider =>
                    Blobs.Blob(provider.GetRequiredService<IOptions<KeyRingOptions>>().Value.BlobUri!, CredentialOf(provider))
                );
                if (section.GetValue<Uri>(nameof(KeyRingOptions.KeyUri)) is { } key)
                    keys.ProtectKeysWithAzureKeyVault(key, CredentialOf);
            }
        );
    }

    private static TokenCredential CredentialOf(IServiceProvider services) => services.GetRequiredService<TokenCredential>();
}
