using Microsoft.Extensions.Options;

namespace OneToOne.Service.Links;

/// <summary>Makes the address that a mail shows.</summary>
/// <param name="options">Where this product is reached.</param>
/// <param name="tokens">Seals tokens.</param>
/// <param name="time">The product's clock.</param>
public sealed class LinkUrls(IOptions<LinkOptions> options, LinkTokens tokens, TimeProvider time)
{
    /// <summary>The route of every link, for the host's endpoints.</summary>
    public const string Route = "/links/{purpose}/{token}";

    private readonly string start = options.Value.PublicUrl!.AbsoluteUri.TrimEnd('/');

    /// <summary>Makes the address of a link; its token is sealed anew each time.</summary>
    /// <param name="link">The link.</param>
    /// <param name="partition">The partition its record is kept in.</param>
    /// <returns>An absolute address.</returns>
    public Uri For(LinkRecord link, string partition)
    {
        var token = tokens.Seal(link.Purpose, new(partition, link.Id), link.ExpiresAt - time.GetUtcNow());
        return new($"{start}/links/{link.Purpose.Word()}/{token}");
    }
}
