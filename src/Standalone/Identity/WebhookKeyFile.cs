using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Identity;

/// <summary>The file in the data folder that holds the key with which notices to webhooks are signed, unless the settings give one.</summary>
internal static class WebhookKeyFile
{
    /// <summary>Reads the key, or makes one.</summary>
    /// <returns>As <c>Webhook:SigningKey</c> is written; a receiver is given <c>whsec_</c> and the file's content.</returns>
    /// <exception cref="SettingException">The file is not a key.</exception>
    public static string Open(DataFolder data) =>
        "whsec_" + Convert.ToBase64String(KeyFile.Open(data, "webhook.key", "what receivers can verify until they have it"));
}
