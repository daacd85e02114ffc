using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Service.Tests.Http;
using OneToOne.Service.Tests.Mail;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Tests.Hosting;

/// <summary>
/// The real server on a free port: Kestrel, a SQLite file in a folder of its own, SMTP to a receiver on loopback, and a clock that the test
/// moves. It can be stopped and started again on the same folder.
/// </summary>
internal sealed class RunningServer : IAsyncDisposable
{
    /// <summary>A Sunday evening in winter, when London has no offset from UTC.</summary>
    public static readonly DateTimeOffset Evening = new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("one-to-one-");
    private readonly List<HttpClient> clients = [];
    private readonly Dictionary<string, string?> settings;
    private Server? server;

    private RunningServer(DateTimeOffset start, Dictionary<string, string?> settings)
    {
        this.settings = settings;
        Clock = new(start, new());
    }

    public JumpingClock Clock { get; }

    public SmtpReceiver Mail { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public string Folder => folder.FullName;

    public IServiceProvider Services => Started.Services;

    private Server Started => server ?? throw new InvalidOperationException("The server is stopped.");

    public static async Task<RunningServer> StartAsync(DateTimeOffset? start = null, params (string Name, string? Value)[] settings)
    {
        var running = new RunningServer(start ?? Evening, settings.ToDictionary(s => s.Name, s => s.Value));
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
        server = await Server.StartAsync(read, Clock, logging => logging.AddProvider(Logs), CancellationToken.None);
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
        folder.Delete(recursive: true);
    }
}
