using OneToOne.Standalone.Demo.Scenarios;
using OneToOne.Standalone.Demo.Timeline;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>A server with the shared cast in it, and those who play on it.</summary>
internal sealed class Company : IAsyncDisposable
{
    private readonly Script script;
    private readonly TimelinePrinter printer;
    private readonly Player player;

    private Company(DemoServer server, Script script, TimelinePrinter printer)
    {
        (Server, this.script, this.printer) = (server, script, printer);
        var observer = new Observer(server.Api, script.Watcher);
        Narrator = new(observer, server.Mailbox, printer);
        player = new(server, script.Cast, observer, Narrator, script.Zone);
    }

    /// <summary>The server.</summary>
    public DemoServer Server { get; }

    /// <summary>Tells what happens.</summary>
    public Narrator Narrator { get; }

    /// <summary>Starts a server and enters the shared cast.</summary>
    /// <exception cref="ScenarioException">The cast cannot be entered.</exception>
    public static async Task<Company> OpenAsync(Script script, TimelinePrinter printer, CancellationToken ct)
    {
        var server = await DemoServer.StartAsync(ct);
        try
        {
            var casting = new Casting(server.Api, server.Clock, script.Zone, Script.CastFile);
            await casting.AdoptAsync(ct);
            await casting.EnterAsync(script.Cast, null, ct);
            return new(server, script, printer);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Plays a scenario, and tells how it went.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="mustEnd">Whether the arrangement must be over at the end.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>Whether all went as its file says.</returns>
    public async Task<bool> PlayAsync(Scenario scenario, int number, bool mustEnd, CancellationToken ct)
    {
        Narrator.Begin(scenario, number, script.Scenarios.Count);
        var failed = await player.PlayAsync(scenario, mustEnd, ct);
        if (failed is { } where)
            printer.Failed(scenario, where.Place, where.Why);
        else
            printer.Passed(scenario);
        return failed is null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
