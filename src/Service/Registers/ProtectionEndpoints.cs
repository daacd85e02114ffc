using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;

namespace OneToOne.Service.Registers;

/// <summary>Whom to keep away from a child.</summary>
/// <param name="Person">Who.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record BarAsked(PersonId Person, string Reason);

/// <summary>Why a bar is to be lifted.</summary>
/// <param name="Reason">In words.</param>
public sealed record LiftAsked(string Reason);

/// <summary>Whether a child's whereabouts are withheld from the family.</summary>
/// <param name="Withheld">Whether they are.</param>
/// <param name="Reason">Why, in words; needed to lift it.</param>
public sealed record WhereaboutsAsked(bool Withheld, string? Reason = null);

/// <summary>What protects a child from somebody: set by one head at once, lifted by two.</summary>
internal static class ProtectionEndpoints
{
    private const int FewestCharacters = 15;

    private static readonly Finding NoReason = new("reason", DutyKind.Ask, "An answer is missing.", "Say why, in a few words.", "reason");

    private static readonly Finding NotYours = new(
        "who",
        DutyKind.Hard,
        "What protects a child is lifted by two homes or service managers of the home who do not work with children themselves.",
        "Have two of them say so, each with a reason."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var child = routes.MapGroup("/api/children/{id}").WithTags("Registers").RequireAuthorization(Access.HomesManagers);
        Described(child.MapPost("/bars", BarAsync), "Keep somebody away from a child, from now on: they are told and asked nothing.");
        Described(
            child.MapPost("/bars/{person}/lift", LiftAsync),
            "Propose to lift a bar (If-Match); it is lifted when a second homes or service manager says so too within a week."
        );
        Described(
            child.MapPost("/whereabouts", WhereaboutsAsync),
            "Withhold the child's whereabouts from the family, at once; or propose to end it (If-Match), which takes a second head like a bar."
        );
    }

    private static Task<IResult> BarAsync(ChildId id, BarAsked asked, Caller caller, ChildSteps steps) =>
        string.IsNullOrWhiteSpace(asked.Reason) || asked.Reason.Length > Wording.Longest
            ? Task.FromResult(Findings.Refuse([NoReason]))
            : steps.TakeAsync(id, caller, null, (child, now) => child.KeepAway(new(asked.Person, asked.Reason, now), now));

    private static Task<IResult> LiftAsync(ChildId id, PersonId person, LiftAsked asked, Caller caller, IfMatch seen, ChildSteps steps) =>
        ByTwoAsync(id, asked.Reason, caller, seen, steps, (child, said) => child.LiftBar(person, said));

    private static Task<IResult> WhereaboutsAsync(ChildId id, WhereaboutsAsked asked, Caller caller, IfMatch seen, ChildSteps steps) =>
        asked.Withheld
            ? steps.TakeAsync(id, caller, null, (child, _) => child.Withhold())
            : ByTwoAsync(id, asked.Reason, caller, seen, steps, (child, said) => child.LiftWithholding(said));

    private static Task<IResult> ByTwoAsync(
        ChildId id,
        string? reason,
        Caller caller,
        IfMatch seen,
        ChildSteps steps,
        Func<Child, LiftProposal, Child> lift
    ) =>
        Wording.SaysSomething(reason, FewestCharacters) && reason!.Length <= Wording.Longest
            ? steps.LiftAsync(id, caller, seen, reason, lift, RefuseToLift)
            : Task.FromResult(Findings.Refuse([NoReason]));

    private static Finding? RefuseToLift(Person by) =>
        by.Has(Role.Worker) || !(by.Has(Role.HomesManager) || by.Has(Role.ServiceManager)) ? NotYours : null;

    private static void Described(RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .WithSummary(summary)
            .Produces<Child>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
