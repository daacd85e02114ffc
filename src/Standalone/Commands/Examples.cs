using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace OneToOne.Standalone.Commands;

/// <summary>Ends a command's help with examples.</summary>
internal static class Examples
{
    public static void Add(Command command, params ReadOnlySpan<string> lines)
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
            command.Options.Add(help = new HelpOption());
        help.Action = new HelpWithExamples((HelpAction)help.Action!, lines.ToArray());
    }

    private sealed class HelpWithExamples(HelpAction help, string[] lines) : SynchronousCommandLineAction
    {
        // Without it, a command that lacks a required option would complain instead of helping.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in lines)
                output.WriteLine($"  {RootCommand.ExecutableName} {line}");
            output.WriteLine();
            return code;
        }
    }
}
