using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OneToOne.Service;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.DueWork;
using OneToOne.Service.Http;
using OneToOne.Service.Links;
using OneToOne.Service.Mail;
using OneToOne.Service.Store;
using OneToOne.Service.Webhooks;
using OneToOne.Standalone.Checkpoints;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Identity;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Hosting;

/// <summary>The product as one process on one machine: Kestrel, SQLite, SMTP. The composition root.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication app;

    private Server(WebApplication app) => this.app = app;

    /// <summary>Where the server is reached.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>What the server is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Starts a server. It answers when this returns.</summary>
    /// <param name="settings">What it is started with.</param>
    /// <param name="clock">The clock it lives by.</param>
    /// <param name="logging">Where its logs go.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <exception cref="OptionsValidationException">Settings that cannot be used, all of them.</exception>
    /// <exception cref="SettingException">A setting that cannot be used.</exception>
    /// <exception cref="StoreFileException">A store that cannot be used.</exception>
    /// <exception cref="IOException">An address that cannot be listened on.</exception>
    public static async Task<Server> StartAsync(
        ServerSettings settings,
        TimeProvider clock,
        Action<ILoggingBuilder> logging,
        CancellationToken ct
    )
    {
        var server = new Server(Build(settings, clock, logging));
        try
        {
            await server.app.StartAsync(ct);
            return server;
        }
        catch
        {
            await server.app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the process is asked to end.</summary>
    /// <param name="ct">Asks it to end.</param>
    public Task WaitForShutdownAsync(CancellationToken ct) => app.WaitForShutdownAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static WebApplication Build(ServerSettings settings, TimeProvider clock, Action<ILoggingBuilder> logging)
    {
        // Empty: no files are searched for, no environment is guessed; what is used stands here.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = settings.Data.Path });
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limits.Set);
        builder.WebHost.UseUrls([.. settings.Urls.Select(url => url.ToString())]);
        if (settings.Urls.Any(url => url.Scheme == Uri.UriSchemeHttps))
            builder.WebHost.UseKestrelHttpsConfiguration();
        Logs.Configure(builder.Logging);
        logging(builder.Logging);

        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<IDocumentStore>(_ => SqliteDocumentStore.Open(settings.Data.Store, StoreSchema.Product));
        if (!settings.HasAuthority)
            builder.Services.AddSingleton(LocalKeyFile.Open(settings.Data));
        builder.Services.AddLinks(builder.Configuration, keys => keys.PersistKeysToFileSystem(new(settings.Data.Keys)));
        builder.Services.AddPublicAddress(settings);
        builder.Services.PostConfigure<WebhookOptions>(options => options.SigningKey ??= WebhookKeyFile.Open(settings.Data));
        builder.Services.AddMailTransport(builder.Configuration);
        builder.Services.AddWebhooks(builder.Configuration);
        builder.Services.AddOneToOne(builder.Configuration);
        builder.Services.AddSingleton(clock is JumpingClock jumping ? jumping.Quiet : new Quiet());
        builder.Services.AddSingleton(provider => new Lazy<DueRecords>(provider.GetRequiredService<DueRecords>));
        builder.Services.AddSingleton<BackgroundClock>();
        builder.Services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<BackgroundClock>());
        builder.Services.AddHostedService(provider => provider.GetRequiredService<BackgroundClock>());
        builder.Services.AddSingleton<ICheckpointShelf>(_ => new CheckpointFolder(settings.Data.Checkpoints));
        builder.Services.AddHostedService<DailyClock>();
        builder.Services.AddHealthChecks().AddCheck<MailHealth>("mail");

        var app = builder.Build();
        app.UseOneToOne();
        return app;
    }
}
