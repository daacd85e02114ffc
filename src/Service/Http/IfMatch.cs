using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OneToOne.Service.Http;

/// <summary>What a client says it has seen: the header <c>If-Match</c>. An endpoint that changes something asks for it as a parameter.</summary>
public sealed class IfMatch
{
    private readonly IList<EntityTagHeaderValue> tags;

    private IfMatch(IList<EntityTagHeaderValue> tags) => this.tags = tags;

    /// <summary>Whether the client said what it has seen.</summary>
    public bool IsGiven => tags.Count > 0;

    /// <summary>Gives an endpoint the header of its request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>What the client has seen; nothing, when it did not say.</returns>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context) => new(new IfMatch(context.Request.GetTypedHeaders().IfMatch));

    /// <summary>Refuses a change that is based on another revision than the current one.</summary>
    /// <param name="current">The current revision.</param>
    /// <returns>428 when the client did not say what it has seen, 412 when that is not the current revision, or <see langword="null"/>.</returns>
    public IResult? Refuses(int current)
    {
        if (tags.Count == 0)
            return Refusal.Of(StatusCodes.Status428PreconditionRequired, "Send If-Match with the ETag that you last read.");
        if (!tags.Any(tag => !tag.IsWeak && tag.Tag.Equals(Revision.ETag(current), StringComparison.Ordinal)))
            return Refusal.Of(StatusCodes.Status412PreconditionFailed, "It has changed since you read it. Read it again, then decide.");
        return null;
    }
}
