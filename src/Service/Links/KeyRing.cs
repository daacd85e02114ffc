using Microsoft.AspNetCore.DataProtection;

namespace OneToOne.Service.Links;

/// <summary>Where the keys are kept that seal tokens and codes; Data Protection makes and rotates them by itself.</summary>
public static class KeyRing
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Keeps the keys in the folder <c>keys</c> of the data folder, readable by the product's account only.</summary>
    /// <param name="keys">Data Protection.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <returns>The same.</returns>
    /// <remarks>They are not encrypted there: keep backups of this folder apart from backups of the database.</remarks>
    public static IDataProtectionBuilder KeepInFolder(this IDataProtectionBuilder keys, string dataFolder)
    {
        var path = Path.Combine(dataFolder, "keys");
        var folder = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
        return keys.PersistKeysToFileSystem(folder);
    }
}
