using Microsoft.Extensions.Options;
using OneToOne.Service.Http;
using OneToOne.Service.Store;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Hosting;

/// <summary>The product as one process on one machine: Kestrel, SQLite or Cosmos DB, SMTP. The composition root.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly DocumentKey Anything = new("organisation", DocumentTypes.Organisation, "start");

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
    /// <param name="outside">What a test puts in place of the world outside.</param>
    /// <exception cref="OptionsValidationException">Settings that cannot be used, all of them.</exception>
    /// <exception cref="SettingException">A setting that cannot be used.</exception>
    /// <exception cref="StoreFileException">A store that cannot be used.</exception>
    /// <exception cref="IOException">An address that cannot be listened on.</exception>
    public static async Task<Server> StartAsync(
        ServerSettings settings,
        TimeProvider clock,
        Action<ILoggingBuilder> logging,
        CancellationToken ct,
        Action<IServiceCollection>? outside = null
    )
    {
        var server = new Server(Build(settings, clock, logging, outside));
        try
        {
            if (settings.UsesCosmos)
                await server.FindStoreAsync(ct);
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

    // One that does not answer now may do so later; one that is not there will not.
    private async Task FindStoreAsync(CancellationToken ct)
    {
        try
        {
            await Services.GetRequiredService<IDocumentStore>().ReadAsync(Anything, ct);
        }
        catch (StoreUnavailableException) { }
        catch (StoreRefusedException e)
        {
            throw new SettingException(
                ServerSettings.StoreSetting,
                $"cosmos refuses ({e.Message.TrimEnd('.')}); in an emulator run `store create` first"
            );
        }
    }

    private static WebApplication Build(
        ServerSettings settings,
        TimeProvider clock,
        Action<ILoggingBuilder> logging,
        Action<IServiceCollection>? outside
    )
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

        builder.Services.AddOneMachine(settings, clock);
        outside?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseOneToOne();
        return app;
    }
}
