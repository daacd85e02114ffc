using System.Security.Cryptography;
using OneToOne.Service.Identity;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Identity;

/// <summary>A file in the data folder that holds 32 random bytes in base64: made once, readable by its owner only.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key, or makes one.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="loss">What ends when the file is deleted to get a new key.</param>
    /// <exception cref="SettingException">The file is not a key.</exception>
    public static byte[] Open(DataFolder data, string name, string loss)
    {
        var path = Path.Combine(data.Keys, name);
        if (!File.Exists(path))
            Create(path);
        try
        {
            var key = Convert.FromBase64String(File.ReadAllText(path));
            return key.Length == LocalKey.Length ? key : throw new FormatException();
        }
        catch (Exception e) when (e is FormatException or UnauthorizedAccessException)
        {
            throw new SettingException("--data", $"'{path}' is not a readable key; delete it to get a new one, which ends {loss}");
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
