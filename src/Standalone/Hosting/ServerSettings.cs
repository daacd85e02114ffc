using Microsoft.Extensions.Configuration;
using OneToOne.Service.Identity;
using OneToOne.Service.Mail;

namespace OneToOne.Standalone.Hosting;

/// <summary>
/// What the server is started with. Settings come from <c>settings.json</c> in the data folder, then from environment variables such as
/// <c>ONETOONE_Mail__Smtp__Host</c>, then from the command line; a later one wins.
/// </summary>
/// <param name="Data">The data folder.</param>
/// <param name="Urls">Where to listen.</param>
/// <param name="Configuration">Every other setting.</param>
internal sealed record ServerSettings(DataFolder Data, IReadOnlyList<Uri> Urls, IConfigurationRoot Configuration)
{
    private const string EnvironmentPrefix = "ONETOONE_";

    /// <summary>The setting that names the store.</summary>
    public const string StoreSetting = "Store";

    /// <summary>Whether everything is kept in Cosmos DB, and not in a file of the data folder.</summary>
    /// <exception cref="SettingException">Another store is named.</exception>
    public bool UsesCosmos =>
        Configuration[StoreSetting] switch
        {
            null or "sqlite" => false,
            "cosmos" => true,
            var other => throw new SettingException(StoreSetting, $"'{other}' is neither sqlite nor cosmos"),
        };

    /// <summary>Where everything is, for whoever looks for it.</summary>
    public string KeepsIn => UsesCosmos ? $"{Configuration["Cosmos:AccountEndpoint"]}, its keys in {Data.Path}" : Data.Path;

    /// <summary>Whether somebody else vouches for callers.</summary>
    public bool HasAuthority => Configuration[$"{SignInOptions.Section}:{nameof(SignInOptions.Authority)}"] is not null;

    /// <summary>Reads the settings.</summary>
    /// <param name="data">The data folder's path.</param>
    /// <param name="urls">Where to listen, separated by semicolons.</param>
    /// <param name="mailFolder">A folder for mails that do not leave this machine, or null for what the settings say.</param>
    /// <param name="overrides">Settings that win over all others.</param>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static ServerSettings Read(
        string data,
        string urls,
        MailFolder? mailFolder = null,
        IEnumerable<KeyValuePair<string, string?>>? overrides = null
    )
    {
        var folder = DataFolder.Open(data);
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(folder.Settings, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables(EnvironmentPrefix)
            .AddInMemoryCollection(mailFolder is null ? [] : [new($"{MailOptions.Section}:Folder", mailFolder.Path ?? folder.Mail)])
            .AddInMemoryCollection(overrides ?? []);
        try
        {
            return new(folder, ListenUrls.Read(urls), configuration.Build());
        }
        catch (InvalidDataException e)
        {
            throw new SettingException(folder.Settings, (e.InnerException ?? e).Message.TrimEnd('.'));
        }
    }
}

/// <summary>That mails are written into a folder.</summary>
/// <param name="Path">The folder; null for <c>mail</c> in the data folder.</param>
internal sealed record MailFolder(string? Path);
