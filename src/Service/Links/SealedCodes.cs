using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OneToOne.Service.Links;

/// <summary>Keeps codes only sealed: whoever copies the database can open no link. A sealed code opens only for the link it was sealed for.</summary>
/// <param name="provider">Data Protection, with the key ring of the host.</param>
public sealed class SealedCodes(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("OneToOne.Links", "Code.v1");

    /// <summary>Seals a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="address">The link it belongs to.</param>
    /// <returns>What to keep in the link's record.</returns>
    public string Seal(LinkCode code, LinkAddress address) => protector.Protect(Prefix(address) + code.Digits);

    /// <summary>Opens a sealed code, to render it into a mail or to compare it.</summary>
    /// <param name="kept">What the link's record keeps.</param>
    /// <param name="address">The link it belongs to.</param>
    /// <returns>The code; null when it was sealed with a key ring that is gone or for another link, and a new link is needed.</returns>
    public LinkCode? Open(string kept, LinkAddress address)
    {
        try
        {
            var text = protector.Unprotect(kept);
            var prefix = Prefix(address);
            return text.StartsWith(prefix, StringComparison.Ordinal) && LinkCode.TryParse(text[prefix.Length..], out var code)
                ? code
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static string Prefix(LinkAddress address) => $"{address.Partition}\n{address.Link}\n";
}
