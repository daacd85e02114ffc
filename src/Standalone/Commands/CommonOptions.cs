using System.CommandLine;
using System.CommandLine.Parsing;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Commands;

/// <summary>The options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() =>
        new("--data")
        {
            Description = "The folder that holds the store, the keys and settings.json. Made if it is not there; back it up as a whole.",
            HelpName = "folder",
            DefaultValueFactory = _ => "data",
        };

    public static Option<string> Urls() =>
        new("--urls")
        {
            Description = "Where to listen; several are separated by semicolons. Put a proxy with TLS before anything but this machine.",
            HelpName = "addresses",
            DefaultValueFactory = _ => ListenUrls.Default,
        };

    public static Option<MailFolder?> Mail() =>
        new("--mail")
        {
            Description =
                "'folder' writes mails into <data>/mail, 'folder=PATH' into PATH, instead of sending them: nobody is told anything. "
                + "Without it, Mail:From and Mail:Smtp:Host are needed.",
            HelpName = "folder[=PATH]",
            CustomParser = ReadMail,
        };

    public static Option<string?> Store() =>
        new("--store")
        {
            Description = "Where everything is kept: a file in the data folder, or the Cosmos DB of the settings under Cosmos.",
            HelpName = "sqlite|cosmos",
            Validators = { CheckStore },
        };

    /// <summary>What <c>--store</c> sets, if it was given.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Chosen(string? store) =>
        store is null ? [] : [new(ServerSettings.StoreSetting, store)];

    private static void CheckStore(OptionResult option)
    {
        if (option.Tokens is [{ Value: not ("sqlite" or "cosmos") and var text }])
            option.AddError($"--store: '{text}' is neither 'sqlite' nor 'cosmos'.");
    }

    private static MailFolder? ReadMail(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (text == "folder")
            return new(null);
        if (text.StartsWith("folder=", StringComparison.Ordinal) && text.Length > "folder=".Length)
            return new(Path.GetFullPath(text["folder=".Length..]));
        argument.AddError($"--mail: '{text}' is neither 'folder' nor 'folder=PATH'.");
        return null;
    }
}
