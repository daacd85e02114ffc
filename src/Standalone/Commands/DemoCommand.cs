using System.CommandLine;
using OneToOne.Standalone.Demo;
using OneToOne.Standalone.Demo.Timeline;

namespace OneToOne.Standalone.Commands;

/// <summary><c>demo</c>: plays scenarios on a real server with a fast clock.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("scenario")
        {
            Description = "Which scenarios, by file name without its ending; all when none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = new Option<string>("--samples")
        {
            Description = "The folder with cast.json and the scenarios; see the README in it.",
            HelpName = "folder",
            DefaultValueFactory = _ => Script.Folder,
        };
        var keep = new Option<bool>("--keep")
        {
            Description = "Leave the server up afterwards, with an open approval and a session to try in a browser.",
        };
        var command = new Command("demo", "Play the life of arrangements over real HTTP and mail, on a fast clock.")
        {
            names,
            folder,
            keep,
        };
        command.SetAction(
            (parsed, ct) =>
                new DemoRun(
                    Script.Read(parsed.GetRequiredValue(folder), parsed.GetValue(names) ?? []),
                    parsed.InvocationConfiguration.Output,
                    new Paint(Paint.IsWanted)
                ).RunAsync(parsed.GetValue(keep), ct)
        );
        Examples.Add(command, "demo", "demo 01-keywork-in-the-lounge", "demo --keep");
        return command;
    }
}
