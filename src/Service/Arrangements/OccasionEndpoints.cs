using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Arrangements;

/// <summary>Occasions under a standing agreement.</summary>
internal static class OccasionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/arrangements/{id}/occasions", PlanAsync)
            .RequireAuthorization(Access.Staff)
            .WithTags("Arrangements")
            .WithSummary(
                "Plan an occasion under an agreement in force: where, when, who is told, and whether anything has changed since. Within its bounds it is approved already."
            )
            .Produces<ArrangementBrief>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> PlanAsync(
        ArrangementId id,
        OccasionAsked asked,
        Caller caller,
        IdempotencyKey? key,
        ArrangementReader reader,
        CallersSteps steps,
        CancellationToken ct
    )
    {
        if (await reader.FindAsync(id, caller, ct) is not { State: var agreement })
            return Findings.Nothing();
        if (asked.Unanswered(agreement.Plan) is { IsEmpty: false } findings)
            return Findings.Refuse(findings);
        var plan = asked.Under(agreement);
        return await steps.BeginAsync(
            occasion => new ArrangementCommand.PlanOccasion(occasion, plan, asked.ChangedSinceAgreed!.Value),
            caller,
            key
        );
    }
}
