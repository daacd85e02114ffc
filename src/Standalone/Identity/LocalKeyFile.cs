using System.Security.Cryptography;
using OneToOne.Service.Identity;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Identity;

/// <summary>The file in the data folder that holds the key with which this machine vouches for callers.</summary>
internal static class LocalKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key, or makes one.</summary>
    /// <exception cref="SettingException">The file is not a key.</exception>
    public static LocalKey Open(DataFolder data)
    {
        var path = Path.Combine(data.Keys, "sign-in.key");
        if (!File.Exists(path))
            Create(path);
        try
        {
            return new(Convert.FromBase64String(File.ReadAllText(path)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or UnauthorizedAccessException)
        {
            throw new SettingException(
                "--data",
                $"'{path}' is not a readable key; delete it to get a new one, which ends every token issued so far"
            );
        }
    }

    // Written beside and moved into place, so that a half-written key is never read and the first of two processes wins.
    private static void Create(string path)
    {
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(8)}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(draft, options))
            writer.Write(Convert.ToBase64String(LocalKey.NewBytes()));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
