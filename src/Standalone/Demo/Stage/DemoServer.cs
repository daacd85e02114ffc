using Microsoft.Extensions.Configuration;
using OneToOne.Service.Identity;
using OneToOne.Service.Mail;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>The real server on a free port of this machine, with an empty data folder, a mail folder and a fast clock.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    /// <summary>An ordinary Monday morning.</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Server server;
    private readonly DirectoryInfo folder;

    private DemoServer(Server server, DirectoryInfo folder, JumpingClock clock, string mail)
    {
        this.server = server;
        this.folder = folder;
        Clock = clock;
        Http = new() { BaseAddress = server.Address };
        Mailbox = new(mail);
        Api = new(Http, server.Services.GetRequiredService<LocalKey>(), clock);
    }

    /// <summary>Where it is reached.</summary>
    public Uri Address => server.Address;

    /// <summary>Its clock.</summary>
    public JumpingClock Clock { get; }

    /// <summary>Reaches it.</summary>
    public HttpClient Http { get; }

    /// <summary>Calls it as a signed-in person.</summary>
    public Api Api { get; }

    /// <summary>The mails it has sent.</summary>
    public Mailbox Mailbox { get; }

    /// <summary>Starts it.</summary>
    public static async Task<DemoServer> StartAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("onetoone-demo-");
        var data = DataFolder.Open(folder.FullName);
        // Nothing but this: whatever settings this machine has, the demo neither sends mail nor touches another store.
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"{MailOptions.Section}:{nameof(MailOptions.Folder)}", data.Mail)])
            .Build();
        var clock = new JumpingClock(Start, new Quiet());
        var server = await Server.StartAsync(new(data, ListenUrls.Read("http://127.0.0.1:0"), settings), clock, _ => { }, ct);
        return new(server, folder, clock, data.Mail);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
