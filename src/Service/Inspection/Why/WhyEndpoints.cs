using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Inspection;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Inspection.Why;

/// <summary>Why an arrangement was allowed (L-05).</summary>
internal static class WhyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/arrangements/{id}/why", GetAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithTags("Inspection")
            .WithSummary(
                "Why it was allowed: what every rule answered, who decided, what they were shown, which versions were in force; for managers and inspectors, as JSON or a page."
            )
            .Produces<WhyAllowed>()
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<IResult> GetAsync(
        ArrangementId id,
        [Description("json or page; what the program accepts when not said.")] string? format,
        HttpRequest request,
        Caller caller,
        ArrangementReader reader,
        WhyReader why,
        CancellationToken ct
    )
    {
        if (await reader.FindAsync(id, caller, ct) is not { } seen)
            return Findings.Nothing();
        if (!MayAsk(seen, caller))
            return Refusal.Of(
                StatusCodes.Status403Forbidden,
                "Why it was allowed is for the home's managers and for inspectors; ask one of them."
            );
        return Formats.Of(request, format) switch
        {
            null or ExportFormat.Csv when format is not null => Refusal.Of(StatusCodes.Status400BadRequest, Formats.Unknown),
            ExportFormat.Page => new RazorComponentResult<WhyPage>(
                new { Why = await why.ReadAsync(seen.State, ct), seen.Facts.Home.TimeZone }
            ),
            _ => Answer.Ok(await why.ReadAsync(seen.State, ct)),
        };
    }

    private static bool MayAsk(SeenArrangement seen, Caller caller) =>
        seen.Sight is Sight.Head or Sight.Inspector
        || seen.Sight is Sight.Colleague && caller.IsAny(Role.SeniorManager) && seen.Facts.Actor!.Has(Role.SeniorManager);
}
