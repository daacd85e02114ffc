namespace OneToOne.Standalone.Hosting;

/// <summary>The one folder that holds everything: the store, the keys, the settings and, if asked for, the mails. Only its owner may look in.</summary>
internal sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    public string Settings => In("settings.json");

    public string Store => In("onetoone.db");

    public string Keys => In("keys");

    public string Mail => In("mail");

    public string Checkpoints => In("checkpoints");

    /// <summary>Takes a folder, and makes it if it is not there.</summary>
    /// <exception cref="SettingException">The folder cannot be made.</exception>
    public static DataFolder Open(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        MakePrivate(folder.Path);
        MakePrivate(folder.Keys);
        return folder;
    }

    private static void MakePrivate(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("--data", $"the folder '{path}' cannot be made ({e.Message})");
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
