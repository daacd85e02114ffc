using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Registers;

/// <summary>What became of the registers' entries, for heads, inspectors and whoever keeps them.</summary>
internal static class RegisterHistoryEndpoints
{
    private static readonly ImmutableArray<string> NotForInspectors =
    [
        "email",
        "webhook",
        "engagement",
        "loneWorkingIntegral",
        "training",
        "contactGuidanceRead",
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        Described(
            routes.MapGet("/api/children/{id}/history", OfChildAsync),
            "Who changed what about a child, and when, for the home's heads, inspectors and administrators. Why somebody is barred is for heads."
        );
        Described(
            routes.MapGet("/api/people/{id}/history", OfPersonAsync),
            "Who changed what about a person, and when, for those who keep the register; an inspector sees that an address changed, not which."
        );
        Described(
            routes.MapGet("/api/homes/{id}/history", OfHomeAsync),
            "Who changed what about a home, its on-call list included, and when, for its heads, inspectors and administrators."
        );
        Described(
            routes.MapGet("/api/policy/history", OfPolicyAsync),
            "Who changed what in the policy, and when, for heads, inspectors and administrators."
        );
    }

    private static async Task<IResult> OfChildAsync(
        ChildId id,
        Caller caller,
        RegisterReader registers,
        RegisterHistories histories,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (now, person) = (clock.GetUtcNow(), await registers.PersonAsync(caller.Person, ct));
        if (
            await registers.ChildAsync(id, ct) is not { } child
            || child.IsBarred(caller.Person)
            || await registers.HomeAsync(child.Home, ct) is not { } home
        )
            return Findings.Nothing();
        var sight = person is null ? Sight.None : Sights.OfHome(caller, person, home, now);
        return sight is Sight.Head ? await ReadAsync(entry => entry)
            : sight is Sight.Inspector || RegistrarScope.Of(caller, person, now).Everywhere ? await ReadAsync(WithoutReasons)
            : Findings.Nothing();

        async Task<IResult> ReadAsync(Func<Child, Child> shown) =>
            Answer.Ok(await histories.ReadAsync(RegisterKinds.Children, id.Value, shown, [], ct));
    }

    private static async Task<IResult> OfPersonAsync(
        PersonId id,
        Caller caller,
        RegisterReader registers,
        RegisterHistories histories,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (now, asking) = (clock.GetUtcNow(), await registers.PersonAsync(caller.Person, ct));
        if (await registers.PersonAsync(id, ct) is not { } person)
            return Findings.Nothing();
        var keeps = RegistrarScope.Of(caller, asking, now).Covers(person);
        return keeps || (asking is not null && IsInspector(caller, asking) && StaffMember.Of(person, caller, asking, now) is not null)
            ? Answer.Ok(await histories.ReadAsync(RegisterKinds.People, id.Value, entry => entry, keeps ? [] : NotForInspectors, ct))
            : Findings.Nothing();
    }

    private static async Task<IResult> OfHomeAsync(
        HomeId id,
        Caller caller,
        RegisterReader registers,
        RegisterHistories histories,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (now, person) = (clock.GetUtcNow(), await registers.PersonAsync(caller.Person, ct));
        if (await registers.HomeAsync(id, ct) is not { } home)
            return Findings.Nothing();
        var keeps = RegistrarScope.Of(caller, person, now).Covers(id);
        var sight = person is null ? Sight.None : Sights.OfHome(caller, person, home, now);
        // How much time is expected of whom is for those who plan it (L-28).
        return keeps || sight is Sight.Head or Sight.Inspector
            ? Answer.Ok(
                await histories.ReadAsync(
                    RegisterKinds.Homes,
                    id.Value,
                    entry => sight is Sight.Inspector ? entry with { Allocations = null } : entry,
                    [],
                    ct
                )
            )
            : Findings.Nothing();
    }

    private static async Task<IResult> OfPolicyAsync(
        Caller caller,
        RegisterReader registers,
        RegisterHistories histories,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var person = await registers.PersonAsync(caller.Person, ct);
        return
            RegistrarScope.Of(caller, person, clock.GetUtcNow()) is not { Everywhere: false, Homes.IsEmpty: true }
            || (person is { LeftOn: null } && IsInspector(caller, person))
            ? Answer.Ok(await histories.ReadAsync(RegisterKinds.CurrentPolicy, RegisterKinds.CurrentPolicyId, entry => entry, [], ct))
            : Findings.Nothing();
    }

    private static bool IsInspector(Caller caller, Person person) => caller.IsAny(Role.Inspector) && person.Has(Role.Inspector);

    private static Child WithoutReasons(Child child) =>
        child with
        {
            Barred =
            [
                .. child.Barred.Select(bar => bar with { Reason = "", Lift = bar.Lift is { } lift ? lift with { Reason = "" } : null }),
            ],
            WhereaboutsLift = child.WhereaboutsLift is { } whereabouts ? whereabouts with { Reason = "" } : null,
            LegalHold = child.LegalHold is { } hold
                ? hold with
                {
                    Reason = "",
                    Lifted = hold.Lifted is { } lifted ? lifted with { Reason = "" } : null,
                }
                : null,
        };

    private static void Described(RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .RequireAuthorization(Access.SignedIn)
            .WithTags("Registers")
            .WithSummary(summary)
            .Produces<RegisterHistory>()
            .ProducesProblem(StatusCodes.Status404NotFound);
}
