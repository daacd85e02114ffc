using Azure.Core;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>Registers the store that is in Azure Cosmos DB.</summary>
public static class CosmosServices
{
    /// <summary>Keeps everything in Cosmos DB; settings are checked at start. The database and its container must be there.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where the section <c>Cosmos</c> is.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddCosmosStore(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<CosmosOptions>()
            .Bind(configuration.GetSection(CosmosOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CosmosOptions>, CosmosOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
            CosmosConnection.Open(Options(provider), provider.GetService<TokenCredential>(), provider.GetService<CosmosTransport>())
        );
        services.AddSingleton<IDocumentStore>(provider => new CosmosDocumentStore(
            provider.GetRequiredService<CosmosClient>().GetContainer(Options(provider).Database, CosmosContainers.Documents),
            StoreSchema.Product,
            provider.GetRequiredService<TimeProvider>(),
            TimeSpan.FromSeconds(Options(provider).TimeoutSeconds)
        ));
        return services;
    }

    /// <summary>Makes the database and its container where they are missing. For an emulator; in Azure the infrastructure makes them.</summary>
    /// <param name="provider">The services, with a Cosmos store.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When both are there.</returns>
    public static Task CreateCosmosStoreAsync(this IServiceProvider provider, CancellationToken ct) =>
        CosmosContainers.CreateAsync(provider.GetRequiredService<CosmosClient>(), Options(provider).Database, StoreSchema.Product, ct);

    private static CosmosOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<CosmosOptions>>().Value;
}
