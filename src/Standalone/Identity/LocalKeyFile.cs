using OneToOne.Service.Identity;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Identity;

/// <summary>The file in the data folder that holds the key with which this machine vouches for callers.</summary>
internal static class LocalKeyFile
{
    /// <summary>Reads the key, or makes one.</summary>
    /// <exception cref="SettingException">The file is not a key.</exception>
    public static LocalKey Open(DataFolder data) => new(KeyFile.Open(data, "sign-in.key", "every token issued so far"));
}
