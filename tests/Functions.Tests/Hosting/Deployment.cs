using System.Net.Http.Headers;
using Azure.Core;
using DurableTask.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneToOne.CosmosGateway;
using OneToOne.Domain.People;
using OneToOne.Functions.Arrangements;
using OneToOne.Functions.DueWork;
using OneToOne.Functions.Http;
using OneToOne.Functions.Timers;
using OneToOne.Service;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.DueWork;
using OneToOne.Service.Identity;
using OneToOne.Service.Links;
using OneToOne.Service.Mail;
using OneToOne.Service.Store.Cosmos;
using OneToOne.Service.Tests.Http;
using OneToOne.Service.Webhooks;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>
/// The Azure app without Azure: the real service, pipeline and functions; a Cosmos DB account in memory, mails that are kept, and either a
/// Durable host in memory or whatever client a test gives. It can be stopped and started again: everything but the process itself stays.
/// </summary>
internal sealed class Deployment(TimeProvider clock, DurableTaskClient? durable = null, params (string Name, string Value)[] settings)
    : IAsyncDisposable
{
    private readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("one-to-one-");
    private readonly LocalKey signIn = new(LocalKey.NewBytes());
    private readonly InMemoryOrchestrationService histories = new();
    private readonly List<HttpClient> clients = [];
    private IHost? app;

    public InMemoryAccount Account { get; } = new(clock: clock);

    public RecordedMail Mail { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public Trouble Trouble { get; } = new();

    /// <summary>How requests come in.</summary>
    public Action<IApplicationBuilder> Entrance { get; init; } = Front.UseFunctions;

    public TimeProvider Clock => clock;

    public IServiceProvider Services => Started.Services;

    public DurableTaskClient Durable => Services.GetRequiredService<DurableTaskClient>();

    private IHost Started => app ?? throw new InvalidOperationException("It is stopped.");

    /// <summary>Starts it; the store is made when it is not there.</summary>
    public async Task StartAsync()
    {
        app = Build();
        await Services.CreateCosmosStoreAsync(CancellationToken.None);
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        clients.Clear();
        if (app is not null)
            await app.StopAsync();
        app?.Dispose();
        app = null;
    }

    /// <summary>A client that nobody is signed in to.</summary>
    public HttpClient Anonymous()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
        clients.Add(client);
        return client;
    }

    /// <summary>A client that a person is signed in to, for a year of the clock's time.</summary>
    public HttpClient As(string person, params Role[] roles)
    {
        var client = Anonymous();
        var token = signIn.Issue(new(person), roles, clock.GetUtcNow(), TimeSpan.FromDays(365));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Makes a function's class as the worker does for each invocation.</summary>
    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        keys.Delete(recursive: true);
    }

    // The worker too is a plain host with a server whose only endpoints are functions.
    private IHost Build() =>
        new HostBuilder()
            .ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(Settings()))
            .ConfigureLogging(logging =>
                logging.SetMinimumLevel(LogLevel.Warning).AddFilter("OneToOne", LogLevel.Information).AddProvider(Logs)
            )
            .ConfigureWebHost(web => web.UseKestrelCore().UseUrls("http://127.0.0.1:0").Configure(app => Entrance(app)))
            .ConfigureServices((host, services) => AddProduct(services, host.Configuration))
            .ConfigureServices(AddDurable)
            .Build();

    private Dictionary<string, string?> Settings()
    {
        var all = settings.ToDictionary(s => s.Name, s => (string?)s.Value);
        all.TryAdd("Cosmos:AccountEndpoint", $"{InMemoryAccount.Address}");
        all.TryAdd("Links:PublicUrl", "https://one-to-one.example/");
        return all;
    }

    // As Program.cs does it, with what stands for Azure.
    private void AddProduct(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(clock);
        services.AddSingleton<TokenCredential>(new AnyToken());
        services.AddSingleton(new CosmosTransport(Account));
        services.AddCosmosStore(configuration);
        services.AddLinks(configuration, ring => ring.PersistKeysToFileSystem(keys));
        services.AddSingleton<ICheckpointShelf>(new MemoryShelf());
        services.AddSingleton<IMailTransport>(Mail);
        services.AddSingleton(new MailStatus(LeavesThisMachine: true));
        services.AddWebhooks(configuration);
        services.AddSingleton(signIn);
        services.AddOneToOne(configuration);
        services.AddSingleton<DueRecordSeal>();
        services.AddSingleton<DurableWakeUp>();
        services.AddSingleton<IWakeUp>(provider => new LossyWakeUp(provider.GetRequiredService<DurableWakeUp>(), Trouble));
        services.AddSingleton<ServicePipeline>();
        services.AddSingleton<OtherRecords>();
    }

    private void AddDurable(IServiceCollection services)
    {
        if (durable is not null)
        {
            services.AddSingleton(durable);
            return;
        }
        services.AddInMemoryDurableTask(Tasks().AddTo, new() { Port = Ports.Free() });
        // Histories outlive the process.
        services.AddSingleton(histories);
    }

    private Tasks Tasks() =>
        new()
        {
            Clock = (FastClock)clock,
            Advance = async id =>
            {
                await Trouble.Advancing(id);
                return Trouble.Judging(await Function<ArrangementActivities>().AdvanceArrangement(id, CancellationToken.None));
            },
            Deliver = async id =>
            {
                await Trouble.Delivering(id);
                await Function<ArrangementActivities>().DeliverArrangement(id, CancellationToken.None);
            },
            WorkOff = record => Function<DueRecordActivity>().WorkOffDueRecord(record, Durable, CancellationToken.None),
        };
}
