using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
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

    private static Task<IResult> SetAsync(
        ChildId id,
        HoldReason said,
        Caller caller,
        IfMatch seen,
        Ledger ledger,
        RegisterReader registers,
        RegisterWriter writer,
        TimeProvider clock
    ) =>
        ChangeAsync(
            id,
            said,
            caller,
            seen,
            ledger,
            registers,
            writer,
            clock,
            (child, now) =>
                child.IsHeld ? child : child with { LegalHold = new(said.Reason, caller.Person, now), Version = child.Version + 1 }
        );

    private static Task<IResult> LiftAsync(
        ChildId id,
        HoldReason said,
        Caller caller,
        IfMatch seen,
        Ledger ledger,
        RegisterReader registers,
        RegisterWriter writer,
        TimeProvider clock
    ) =>
        ChangeAsync(
            id,
            said,
            caller,
            seen,
            ledger,
            registers,
            writer,
            clock,
            (child, now) =>
                child is { IsHeld: true, LegalHold: { } hold }
                    ? child with
                    {
                        LegalHold = hold with { Lifted = new(said.Reason, caller.Person, now) },
                        Version = child.Version + 1,
                    }
                    : child
        );

    private static async Task<IResult> ChangeAsync(
        ChildId id,
        HoldReason said,
        Caller caller,
        IfMatch seen,
        Ledger ledger,
        RegisterReader registers,
        RegisterWriter writer,
        TimeProvider clock,
        Func<Child, DateTimeOffset, Child> change
    )
    {
        var (now, ct) = (clock.GetUtcNow(), CancellationToken.None);
        if (
            await ledger.ReadAsync(RegisterKinds.Children, id.Value, ct) is not { State: var child } before
            || await registers.HomeAsync(child.Home, ct) is not { } home
            || await registers.PersonAsync(caller.Person, ct) is not { } person
            || Sights.Of(caller, person, child, home, null, now) is not (var sight and not Sight.None)
        )
            return Findings.Nothing();
        if (sight is not Sight.Head)
            return Refusal.Of(StatusCodes.Status403Forbidden, "A legal hold is set and lifted by the home's homes and service managers.");
        if (!Wording.SaysWhy(said.Reason))
            return Refusal.Of(StatusCodes.Status422UnprocessableEntity, NoReason);
        var after = change(child, now);
        // Asked again, it is as it was.
        if (after == child)
            return Answer.Ok(child, child.Version);
        return seen.Refuses(child.Version)
            ?? (
                await writer.WriteAsync(after, caller.Person, before, ct)
                    ? Answer.Ok(after, after.Version)
                    : Refusal.Of(StatusCodes.Status412PreconditionFailed, "Somebody else changed it at the same moment. Read it again.")
            );
    }

    private static void Described(RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .RequireAuthorization(Access.Staff)
            .WithSummary(summary)
            .Produces<Child>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
