using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using OneToOne.Service.Store;
using OneToOne.Standalone.Demo.Scenarios;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Commands;

/// <summary>The program as it is called: its commands, and how it says why it cannot start.</summary>
internal static class CommandLine
{
    // What shells say of a program that was ended by Ctrl+C.
    private const int Interrupted = 130;

    public static async Task<int> Run(string[] args, InvocationConfiguration? configuration = null)
    {
        configuration ??= new();
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            return await Root().Parse(args).InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (OptionsValidationException e)
        {
            return Fail(configuration, e.Failures);
        }
        catch (Exception e) when (e is SettingException or StoreFileException or ScenarioException)
        {
            return Fail(configuration, [e.Message]);
        }
        catch (InvalidOperationException e) when (e.Source == "Microsoft.Extensions.Configuration.Binder")
        {
            // A setting of an unknown name or of another kind; the message names it.
            return Fail(configuration, [e.Message]);
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreRefusedException)
        {
            return Fail(configuration, [e.Message]);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return Fail(configuration, ["--urls: the address is in use already."]);
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("OneToOne keeps one-to-one time with a child safe, on one machine.")
        {
            ServeCommand.Create(),
            DemoCommand.Create(),
            TokenCommand.Create(),
            VerifyCommand.Create(),
            StoreCommand.Create(),
        };
        ServeCommand.AddTo(root);
        return root;
    }

    private static int Fail(InvocationConfiguration configuration, IEnumerable<string> problems)
    {
        configuration.Error.WriteLine("OneToOne cannot start:");
        foreach (var problem in problems)
            configuration.Error.WriteLine($"  {problem}");
        return 1;
    }
}
