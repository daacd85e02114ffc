using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OneToOne.Service.Store;

namespace OneToOne.Service.Http;

/// <summary>Which page of a list a client asks for.</summary>
/// <param name="Continuation">Where the last page ended; nothing for the first.</param>
/// <param name="Limit">The most entries wanted, 1 to 200; 50 when not said.</param>
/// <param name="Seal">Seals where a page ended.</param>
internal sealed record PageAsked(
    [property: FromQuery(Name = "continuation"), Description("Where the last page ended; nothing for the first.")] string? Continuation,
    [property: FromQuery(Name = "limit"), Description("The most entries wanted, 1 to 200; 50 when not said.")] int? Limit,
    [property: FromServices] ContinuationSeal Seal
)
{
    /// <summary>The part of a query that is asked for.</summary>
    /// <exception cref="InvalidContinuationException">The continuation was not sealed here.</exception>
    public DocumentQuery Of(DocumentQuery query) =>
        query with
        {
            Continuation = string.IsNullOrEmpty(Continuation) ? null : Seal.Open(Continuation),
            Limit = Math.Clamp(Limit ?? 50, 1, 200),
        };

    /// <summary>A page as a client may have it: where it ended says nothing of what the caller may not see.</summary>
    public Page<T> Sealed<T>(Page<T> page) => page with { Continuation = page.Continuation is { } end ? Seal.Close(end) : null };
}
