using System.CommandLine;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Commands;

/// <summary><c>serve</c>: runs the server until it is asked to end. It is also what runs when no command is named.</summary>
internal static class ServeCommand
{
    private const string Description = "Run the server (also without naming a command).";

    public static Command Create()
    {
        var command = new Command("serve", Description);
        AddTo(command);
        return command;
    }

    public static void AddTo(Command command)
    {
        var data = CommonOptions.Data();
        var urls = CommonOptions.Urls();
        var mail = CommonOptions.Mail();
        var store = CommonOptions.Store();
        command.Add(data);
        command.Add(urls);
        command.Add(mail);
        command.Add(store);
        command.SetAction(
            (parsed, ct) =>
                Run(
                    ServerSettings.Read(
                        parsed.GetRequiredValue(data),
                        parsed.GetRequiredValue(urls),
                        parsed.GetValue(mail),
                        CommonOptions.Chosen(parsed.GetValue(store))
                    ),
                    parsed.InvocationConfiguration.Output,
                    ct
                )
        );
        Examples.Add(command, "serve --mail folder", "serve --data /var/lib/onetoone --urls http://127.0.0.1:8080");
    }

    private static async Task Run(ServerSettings settings, TextWriter output, CancellationToken ct)
    {
        await using var server = await Server.StartAsync(settings, TimeProvider.System, Logs.ToConsole, ct);
        await output.WriteLineAsync($"OneToOne listens on {server.Address} and keeps everything in {settings.KeepsIn}");
        await server.WaitForShutdownAsync(ct);
    }
}
