using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Retention;

/// <summary>Why a hold is set or lifted.</summary>
/// <param name="Reason">In words.</param>
public sealed record HoldReason(string Reason);

/// <summary>Legal holds: set and lifted by the heads of the home, each with a reason that stays in the child's history.</summary>
internal static class LegalHoldEndpoints
{
    private static readonly Finding NoReason = new("reason", DutyKind.Ask, "An answer is missing.", "Say why, in a few words.", "reason");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var hold = routes.MapGroup("/api/children/{id}/legal-hold").WithTags("Retention");
        Described(hold.MapPost("", SetAsync), "Hold everything about a child: nothing of it is disposed of until the hold is lifted.");
        Described(hold.MapPost("/lift", LiftAsync), "Lift a hold; what is past its time may be proposed for disposal again.");
    }

    private static Task<IResult> SetAsync(ChildId id, HoldReason said, Caller caller, IfMatch seen, ChildSteps steps) =>
        ChangeAsync(
            id,
            said,
            caller,
            seen,
            steps,
            (child, now) => child.IsHeld ? child : child with { LegalHold = new(said.Reason, caller.Person, now) }
        );

    private static Task<IResult> LiftAsync(ChildId id, HoldReason said, Caller caller, IfMatch seen, ChildSteps steps) =>
        ChangeAsync(
            id,
            said,
            caller,
            seen,
            steps,
            (child, now) =>
                child is { IsHeld: true, LegalHold: { } hold }
                    ? child with
                    {
                        LegalHold = hold with { Lifted = new(said.Reason, caller.Person, now) },
                    }
                    : child
        );

    private static Task<IResult> ChangeAsync(
        ChildId id,
        HoldReason said,
        Caller caller,
        IfMatch seen,
        ChildSteps steps,
        Func<Child, DateTimeOffset, Child> change
    ) => Wording.SaysWhy(said.Reason) ? steps.TakeAsync(id, caller, seen, change) : Task.FromResult(Findings.Refuse([NoReason]));

    private static void Described(RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .RequireAuthorization(Access.Staff)
            .WithSummary(summary)
            .Produces<Child>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
