using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;

namespace OneToOne.Service.Registers;

/// <summary>The organisation's policy: one for all homes.</summary>
internal static class PolicyEndpoints
{
    private const string NotYours =
        "The policy holds for every home: an administrator or a service manager sets it, and the register must have them as that.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var policy = routes.MapGroup("/api/policy").WithTags("Policy");
        policy
            .MapGet("", GetAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary(
                "The policy that holds for new arrangements. Until one is set nothing can be asked for, and this says so: adopted is false."
            )
            .Produces<Policy>();
        policy
            .MapGet("/versions/{version:int}", GetVersionAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("A version of the policy; an arrangement keeps the one that it was judged under.")
            .Produces<Policy>();
        policy
            .MapPut("", PutAsync)
            .RequireAuthorization(Access.PolicyMakers)
            .WithSummary(
                "Set the policy that was read (If-Match; not needed for the first). What is left out takes its default, so {} adopts the defaults; a value out of bounds is refused by name."
            )
            .Produces<Policy>();
    }

    private static async Task<IResult> GetAsync(RegisterReader registers, CancellationToken ct)
    {
        var policy = await registers.CurrentPolicyAsync(ct);
        return Answer.Ok(policy, policy.Version);
    }

    private static async Task<IResult> GetVersionAsync(int version, RegisterReader registers, CancellationToken ct) =>
        version >= 1 && version <= (await registers.CurrentPolicyAsync(ct)).Version
            ? Answer.Ok(await registers.PolicyAsync(version, ct), version)
            : Findings.Nothing();

    private static async Task<IResult> PutAsync(
        Policy policy,
        IfMatch seen,
        Caller caller,
        Ledger ledger,
        RegisterReader registers,
        RegisterWriter writer,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!MaySet(caller, await registers.PersonAsync(caller.Person, ct), clock.GetUtcNow()))
            return Refusal.Of(StatusCodes.Status403Forbidden, NotYours);
        var before = await ledger.ReadAsync(RegisterKinds.CurrentPolicy, RegisterKinds.CurrentPolicyId, ct);
        var current = before?.State.Version ?? Policy.Default.Version;
        var entry = policy with { Version = current + 1 };
        if ((before is not null || seen.IsGiven) && seen.Refuses(current) is { } refused)
            return refused;
        if (PolicyBounds.Check(entry).AddRange(GuidanceFell(entry, before?.State)) is { IsEmpty: false } findings)
            return Refusal.Of(StatusCodes.Status422UnprocessableEntity, findings);
        return await writer.WriteAsync(entry, caller.Person, before, ct)
            ? Answer.Ok(entry, entry.Version)
            : Refusal.Of(StatusCodes.Status412PreconditionFailed, "Somebody else changed it at the same moment. Read it again.");
    }

    // Who has read the newer version would count as up to date, and who reads the older one too.
    private static ImmutableArray<Finding> GuidanceFell(Policy policy, Policy? before) =>
        policy.PhysicalContactGuidance.FallsBehind((before ?? Policy.Default).PhysicalContactGuidance)
            ?
            [
                new(
                    "policy",
                    DutyKind.Hard,
                    "physicalContactGuidance is not as it must be.",
                    "Give its present version, a later one, or a reference of its own.",
                    "physicalContactGuidance"
                ),
            ]
            : [];

    // A homes manager keeps the register of their own homes; this is about those of others too.
    internal static bool MaySet(Caller caller, Person? person, DateTimeOffset now) =>
        RegistrarScope.Of(caller, person, now) is var scope
        && (scope.Everywhere || (!scope.Homes.IsEmpty && caller.IsAny(Role.ServiceManager) && person!.Has(Role.ServiceManager)));
}
