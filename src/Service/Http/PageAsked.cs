using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OneToOne.Service.Store;

namespace OneToOne.Service.Http;

/// <summary>Which page of a list a client asks for.</summary>
/// <param name="Continuation">Where the last page ended; nothing for the first.</param>
/// <param name="Limit">The most entries wanted, 1 to 200; 50 when not said.</param>
internal sealed record PageAsked(
    [property: FromQuery(Name = "continuation"), Description("Where the last page ended; nothing for the first.")] string? Continuation,
    [property: FromQuery(Name = "limit"), Description("The most entries wanted, 1 to 200; 50 when not said.")] int? Limit
)
{
    public DocumentQuery Of(DocumentQuery query) =>
        query with
        {
            Continuation = Continuation is "" ? null : Continuation,
            Limit = Math.Clamp(Limit ?? 50, 1, 200),
        };
}
