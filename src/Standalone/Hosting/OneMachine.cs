using Microsoft.AspNetCore.DataProtection;
using OneToOne.Service;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.DueWork;
using OneToOne.Service.Links;
using OneToOne.Service.Mail;
using OneToOne.Service.Store;
using OneToOne.Service.Store.Cosmos;
using OneToOne.Service.Webhooks;
using OneToOne.Standalone.Checkpoints;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Identity;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Hosting;

/// <summary>What the product is made of on one machine: everything but the web server before it.</summary>
internal static class OneMachine
{
    /// <summary>Registers it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">What it is started with.</param>
    /// <param name="clock">The clock it lives by.</param>
    public static void AddOneMachine(this IServiceCollection services, ServerSettings settings, TimeProvider clock)
    {
        var configuration = settings.Configuration;
        services.AddSingleton(clock);
        if (settings.UsesCosmos)
            services.AddCosmosStore(configuration);
        else
            services.AddSingleton<IDocumentStore>(_ => SqliteDocumentStore.Open(settings.Data.Store, StoreSchema.Product));
        if (!settings.HasAuthority)
            services.AddSingleton(LocalKeyFile.Open(settings.Data));
        services.AddLinks(configuration, keys => keys.PersistKeysToFileSystem(new(settings.Data.Keys)));
        services.AddPublicAddress(settings);
        services.PostConfigure<WebhookOptions>(options => options.SigningKey ??= WebhookKeyFile.Open(settings.Data));
        services.AddMailTransport(configuration);
        services.AddWebhooks(configuration);
        services.AddOneToOne(configuration);
        services.AddSingleton(clock is JumpingClock jumping ? jumping.Quiet : new Quiet());
        services.AddSingleton(provider => new Lazy<DueRecords>(provider.GetRequiredService<DueRecords>));
        services.AddSingleton<BackgroundClock>();
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<BackgroundClock>());
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundClock>());
        services.AddSingleton<ICheckpointShelf>(_ => new CheckpointFolder(settings.Data.Checkpoints));
        services.AddHostedService<DailyClock>();
    }
}
