using Azure.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneToOne.Functions.Hosting;
using OneToOne.Service.Checkpoints;

namespace OneToOne.Functions.Checkpoints;

/// <summary>Registers where checkpoints are kept.</summary>
internal static class CheckpointServices
{
    /// <summary>Keeps checkpoints in blobs; settings are checked at start.</summary>
    public static IServiceCollection AddCheckpoints(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<CheckpointOptions>()
            .Bind(configuration.GetSection(CheckpointOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CheckpointOptions>, CheckpointOptionsValidator>();
        return services.AddSingleton<ICheckpointShelf>(provider => new BlobCheckpointShelf(
            Blobs.Container(
                provider.GetRequiredService<IOptions<CheckpointOptions>>().Value.ContainerUri!,
                provider.GetRequiredService<TokenCredential>()
            ),
            provider.GetRequiredService<IDataProtectionProvider>()
        ));
    }
}
