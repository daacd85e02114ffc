using OneToOne.Standalone.Hosting;

namespace OneToOne.CrashLoad;

/// <summary>The real server on a free port, which it says in its first line; then it serves until it is killed.</summary>
internal static class WholeServer
{
    public static async Task RunAsync(string data, DateTimeOffset start)
    {
        KeyValuePair<string, string?>[] overrides = [new("RateLimit:PerCaller", "1000000")];
        var settings = ServerSettings.Read(data, "http://127.0.0.1:0", new MailFolder(null), overrides);
        await using var server = await Server.StartAsync(settings, new ClockFrom(start), _ => { }, default);
        await Console.Out.WriteLineAsync(server.Address.ToString());
        await server.WaitForShutdownAsync(default);
    }
}
