using Microsoft.Extensions.Options;
using OneToOne.Functions.Hosting;

namespace OneToOne.Functions.Keys;

/// <summary>The settings under <c>KeyRing</c>: where the keys lie that seal links. None of them is a key.</summary>
public sealed class KeyRingOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "KeyRing";

    /// <summary>The blob that holds the ring.</summary>
    public Uri? BlobUri { get; set; }

    /// <summary>The Key Vault key that wraps it; only an emulator's ring may lie open.</summary>
    public Uri? KeyUri { get; set; }
}

/// <summary>Refuses to start where the ring would be lost or lie open, and names the setting.</summary>
internal sealed class KeyRingOptionsValidator : IValidateOptions<KeyRingOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyRingOptions options) =>
        Settings.Check(
            Blobs.Problem("KeyRing:BlobUri", options.BlobUri),
            options is { KeyUri: null, BlobUri: { IsAbsoluteUri: true, IsLoopback: false } }
                ? "KeyRing:KeyUri is missing: the Key Vault key that wraps the ring."
                : null,
            options.KeyUri is { } key && (!key.IsAbsoluteUri || key.Scheme != Uri.UriSchemeHttps)
                ? "KeyRing:KeyUri is not the https address of a Key Vault key."
                : null
        );
}
