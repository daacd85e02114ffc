using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Guidance;

/// <summary>What the guidance asks, row by row.</summary>
/// <param name="Sections">The sections of the documents, in their order.</param>
/// <param name="Rows">Every row, in the order of the documents.</param>
public sealed record GuidanceRows(ImmutableArray<GuidanceSection> Sections, ImmutableArray<Duty> Rows);

/// <summary>What the guidance asks, and where the product does it.</summary>
internal static class GuidanceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/guidance", Get)
            .RequireAuthorization(Access.Everybody)
            .WithTags("Guidance")
            .WithSummary("Every sentence of the guidance in our words: its section, what the product does about it, and where.")
            .Produces<GuidanceRows>();

    private static IResult Get() => Answer.Ok(new GuidanceRows(Duties.Sections, Duties.All));
}
