using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OneToOne.Service.Links;

/// <summary>Seals a link's address into the token of its URL, and opens it again. All cryptography is ASP.NET Core Data Protection's.</summary>
/// <remarks>
/// Two clocks. The link's own <see cref="LinkRecord.ExpiresAt"/>, checked against the product's <see cref="TimeProvider"/>, decides whether
/// a link can be used, and an expired link still says so. The token's lifetime is only an outer bound that keeps an old mail from being
/// opened for ever; Data Protection measures it by the wall clock, so it is given as a duration, the link's remaining life and
/// <see cref="Linger"/> more. A product clock that runs fast, or starts on another day, therefore never meets it early.
/// </remarks>
public sealed class LinkTokens
{
    /// <summary>How long an expired link can still say that it has expired.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromDays(30);

    // Twice the longest token that two ids of the store can make.
    private const int MaxLength = 2048;

    private readonly ITimeLimitedDataProtector[] protectors;

    /// <summary>Makes one protector for each purpose.</summary>
    /// <param name="provider">Data Protection, with the key ring of the host.</param>
    public LinkTokens(IDataProtectionProvider provider) =>
        protectors = [
            .. LinkPurposes.All.Select(p => provider.CreateProtector("OneToOne.Links", "Token.v1", p.Word()).ToTimeLimitedDataProtector()),
        ];

    /// <summary>Makes the token of a link.</summary>
    /// <param name="purpose">What the link is for; the token opens for no other purpose.</param>
    /// <param name="address">Where its record is.</param>
    /// <param name="remaining">How long the link still lives by the product's clock.</param>
    /// <returns>Letters, digits, dashes and underscores; different each time.</returns>
    /// <exception cref="ArgumentException">The address has a control character.</exception>
    public string Seal(LinkPurpose purpose, LinkAddress address, TimeSpan remaining)
    {
        if (address.Partition.Any(char.IsControl) || address.Link.Any(char.IsControl))
            throw new ArgumentException("an id has no control characters", nameof(address));
        return protectors[(int)purpose].Protect($"{address.Partition}\n{address.Link}", remaining + Linger);
    }

    /// <summary>Opens a token; anything that this product did not seal for this purpose, or sealed too long ago, is no token.</summary>
    /// <param name="purpose">What the URL says the link is for.</param>
    /// <param name="token">The token of the URL.</param>
    /// <param name="address">Where the link's record is.</param>
    /// <returns>Whether it is a token.</returns>
    public bool TryOpen(LinkPurpose purpose, [NotNullWhen(true)] string? token, out LinkAddress address)
    {
        address = default;
        if (token is null or { Length: 0 or > MaxLength })
            return false;
        try
        {
            var parts = protectors[(int)purpose].Unprotect(token).Split('\n');
            address = new(parts[0], parts[1]);
            return true;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            // Data Protection has no other door for "is this ours".
            return false;
        }
    }
}
