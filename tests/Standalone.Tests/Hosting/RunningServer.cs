using System.Net.Http.Headers;
using Azure.Core;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneToOne.CosmosGateway;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Service.Store;
using OneToOne.Service.Store.Cosmos;
using OneToOne.Service.Tests.Http;
using OneToOne.Service.Tests.Mail;
using OneToOne.Service.Tests.Store.Cosmos;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Tests.Hosting;

/// <summary>
/// The real server on a free port: Kestrel, a SQLite file in a folder of its own or a Cosmos DB account in memory, SMTP to a receiver on
/// loopback, and a clock that the test moves. It can be stopped and started again on the same store.
/// </summary>
internal sealed class RunningServer : IAsyncDisposable
{
    /// <summary>A Sunday evening in winter, when London has no offset from UTC.</summary>
    public static readonly DateTimeOffset Evening = new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("one-to-one-");
    private readonly List<HttpClient> clients = [];
    private readonly Dictionary<string, string?> settings;
    private readonly InMemoryAccount? account;
    private Server? server;

    private RunningServer(DateTimeOffset start, InMemoryAccount? account, Dictionary<string, string?> settings)
    {
        (this.account, this.settings) = (account, settings);
        Clock = new(start, new());
    }

    public JumpingClock Clock { get; }

    public SmtpReceiver Mail { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public Line Line { get; } = new();

    public string Folder => folder.FullName;

    public Uri Address => Started.Address;

    public IServiceProvider Services => Started.Services;

    private Server Started => server ?? throw new InvalidOperationException("The server is stopped.");

    /// <summary>Whether this run of the tests is on a Cosmos DB account in memory: ONETOONE_TEST_STORE is cosmos.</summary>
    private static bool OnCosmos => Environment.GetEnvironmentVariable("ONETOONE_TEST_STORE") is "cosmos";

    public static Task<RunningServer> StartAsync(DateTimeOffset? start = null, params (string Name, string? Value)[] settings) =>
        OnCosmos
            ? StartOnAsync(new InMemoryAccount(largestPage: 5), start, settings)
            : StartAsync(new RunningServer(start ?? Evening, null, settings.ToDictionary(s => s.Name, s => s.Value)));

    /// <summary>A server that keeps everything in an account.</summary>
    public static async Task<RunningServer> StartOnAsync(
        InMemoryAccount account,
        DateTimeOffset? start = null,
        params (string Name, string? Value)[] settings
    )
    {
        using (var client = account.Connect())
            await CosmosContainers.CreateAsync(client, CosmosOptions.DefaultDatabase, StoreSchema.Product, CancellationToken.None);
        return await StartOnWhatIsThereAsync(account, start, settings);
    }

    /// <summary>A server on an account as it is, made ready or not.</summary>
    public static Task<RunningServer> StartOnWhatIsThereAsync(
        InMemoryAccount account,
        DateTimeOffset? start = null,
        params (string Name, string? Value)[] settings
    )
    {
        settings = [.. settings, ("Store", "cosmos"), ("Cosmos:AccountEndpoint", $"{InMemoryAccount.Address}")];
        return StartAsync(new RunningServer(start ?? Evening, account, settings.ToDictionary(s => s.Name, s => s.Value)));
    }

    private static async Task<RunningServer> StartAsync(RunningServer running)
    {
        await running.StartAsync();
        return running;
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>.</summary>
    public async Task StartAsync()
    {
        Dictionary<string, string?> all = new(settings);
        all.TryAdd("Mail:From", "one-to-one@example.org");
        all.TryAdd("Mail:Smtp:Host", "127.0.0.1");
        all.TryAdd("Mail:Smtp:Port", $"{Mail.Port}");
        all.TryAdd("Mail:Smtp:Tls", "None");
        var read = ServerSettings.Read(Folder, "http://127.0.0.1:0", overrides: all);
        server = await Server.StartAsync(read, Clock, logging => logging.AddProvider(Logs), CancellationToken.None, Outside);
    }

    private void Outside(IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter>(Line);
        if (account is not null)
            services.AddSingleton<TokenCredential>(new AnyToken()).AddSingleton(new CosmosTransport(account));
    }

    public async Task StopAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        clients.Clear();
        if (server is not null)
            await server.DisposeAsync();
        server = null;
    }

    /// <summary>A client that nobody is signed in to.</summary>
    public HttpClient Anonymous()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = Started.Address,
        };
        clients.Add(client);
        return client;
    }

    /// <summary>A client that a person is signed in to, for a year of the clock's time.</summary>
    public HttpClient As(string person, params Role[] roles)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(person, roles));
        return client;
    }

    public string Token(string person, params Role[] roles) =>
        Services.GetRequiredService<LocalKey>().Issue(new(person), roles, Clock.GetUtcNow(), TimeSpan.FromDays(365));

    /// <summary>Lets time pass; everything that falls due on the way is done, in order, before this returns.</summary>
    public Task PassAsync(TimeSpan by) => Clock.PassToAsync(Clock.GetUtcNow() + by, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Mail.DisposeAsync();
        Line.Dispose();
        folder.Delete(recursive: true);
    }
}
