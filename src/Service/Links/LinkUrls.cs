namespace OneToOne.Service.Links;

/// <summary>Where people outside reach this product; asked when a link is made, not before the host listens.</summary>
/// <returns>An absolute address without a path.</returns>
public delegate Uri PublicAddress();

/// <summary>Makes the address that a mail shows.</summary>
/// <param name="start">Where this product is reached.</param>
/// <param name="tokens">Seals tokens.</param>
/// <param name="time">The product's clock.</param>
public sealed class LinkUrls(PublicAddress start, LinkTokens tokens, TimeProvider time)
{
    /// <summary>How the path of every link begins; its purpose and its token follow.</summary>
    public const string Prefix = "/l";

    /// <summary>Makes the address of a link; its token is sealed anew each time.</summary>
    /// <param name="link">The link.</param>
    /// <param name="partition">The partition its record is kept in.</param>
    /// <param name="longest">To when the link may be prolonged later; null where it is not.</param>
    /// <returns>An absolute address.</returns>
    public Uri For(LinkRecord link, string partition, DateTimeOffset? longest = null)
    {
        var until = longest > link.ExpiresAt ? longest.Value : link.ExpiresAt;
        var token = tokens.Seal(link.Purpose, new(partition, link.Id), until - time.GetUtcNow());
        return new(start(), $"{Prefix}/{link.Purpose.Word()}/{token}");
    }
}
