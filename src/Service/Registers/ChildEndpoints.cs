using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Retention;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>Children, under a pseudonymous reference.</summary>
internal static class ChildEndpoints
{
    private static readonly Finding OtherHome = new(
        "child",
        DutyKind.Hard,
        "home is not as it must be.",
        "home is one of the homes whose register you keep.",
        "home"
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var children = routes.MapGroup("/api/children").WithTags("Registers");
        children
            .MapPut("/{id}", PutAsync)
            .RequireAuthorization(Access.Registrars)
            .WithSummary(
                "Enter a child, or change what was read (If-Match). Whoever is barred here is told and asked nothing from now on; what is left out lifts no bar."
            )
            .Produces<Child>()
            .Produces<Child>(StatusCodes.Status201Created);
        children
            .MapGet("/{id}", GetAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary(
                "One child: for those who work in the home, inspect it or keep its register. Why somebody is barred is for the latter."
            )
            .Produces<Child>();
        children
            .MapGet("", ListAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("The children of one home.")
            .Produces<Page<Child>>();
    }

    private static async Task<IResult> PutAsync(
        ChildId id,
        Child child,
        IfMatch seen,
        Caller caller,
        Ledger ledger,
        RegisterWriter writer,
        RegisterReader registers,
        IDocumentStore store,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var scope = RegistrarScope.Of(caller, await registers.PersonAsync(caller.Person, ct), now);
            var before = await ledger.ReadAsync(RegisterKinds.Children, id.Value, ct);
            if (before is { State: var there } && (!scope.Covers(there.Home) || there.IsBarred(caller.Person)))
                return Findings.Nothing();
            var home = scope.Covers(child.Home) ? await registers.HomeAsync(child.Home, ct) : null;
            var people = await registers.PeopleAsync(child.Responsible.Select(r => r.Person).Concat(child.PlacingAuthority), ct);
            var entry = (
                child with
                {
                    Version = (before?.State.Version ?? 0) + 1,
                    Responsible = [.. child.Responsible.Select(r => r with { EnteredBy = EnteredBy(r.Person, before?.State, caller) })],
                    // What somebody has read they say themselves, and nobody else unsays it.
                    CarePlanRead = before?.State.CarePlanRead ?? [],
                    CaseHistoryRead = before?.State.CaseHistoryRead ?? [],
                    // A hold is set and lifted at an address of its own, and the last day is reckoned.
                    LegalHold = before?.State.LegalHold,
                    RetainUntil = null,
                }
            ).Keeping(before?.State, now);
            var answer = await RegisterAnswers.WriteAsync(
                entry,
                entry.Version,
                before,
                seen,
                child.Id != id ? [RegisterAnswers.OtherId]
                    : home is null ? [OtherHome]
                    :
                    [
                        .. entry.Check(people, home.DayOf(now)),
                        .. entry.CheckAgainst(before?.State),
                        .. await SharedAddresses.InAsync(store, child, people, ct),
                    ],
                () => writer.WriteAsync(entry, caller.Person, before, ct),
                $"/api/children/{id}"
            );
            if (answer is not null)
                return answer;
        }
    }

    // Never taken from the request: whoever makes up a parent would say that somebody else did.
    private static PersonId? EnteredBy(PersonId parent, Child? before, Caller caller) =>
        before?.Responsible.FirstOrDefault(r => r.Person == parent) is { } there ? there.EnteredBy : caller.Person;

    private static async Task<IResult> GetAsync(
        ChildId id,
        Caller caller,
        RegisterReader registers,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await registers.ChildAsync(id, ct) is { } child
        && await registers.HomeAsync(child.Home, ct) is { } home
        && Show(
            child,
            home,
            await registers.CurrentPolicyAsync(ct),
            caller,
            await registers.PersonAsync(caller.Person, ct),
            clock.GetUtcNow()
        )
            is { } shown
            ? Answer.Ok(shown, child.Version)
            : Findings.Nothing();

    private static async Task<IResult> ListAsync(
        HomeId home,
        [AsParameters] PageAsked page,
        Caller caller,
        RegisterReader registers,
        IDocumentStore store,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await registers.HomeAsync(home, ct) is not { } its)
            return Findings.Nothing();
        var (person, now) = (await registers.PersonAsync(caller.Person, ct), clock.GetUtcNow());
        if (!SeesChildren(its, caller, person, now))
            return TypedResults.Ok(new Page<Child>([], null));
        var found = await store.QueryAsync(page.Of(new DocumentQuery(Queries.ChildrenOfHome, home.Value)), ct);
        var policy = await registers.CurrentPolicyAsync(ct);
        var children = found.Documents.Select(d => Show(Ledger.Read<Child>(d).State, its, policy, caller, person, now)).OfType<Child>();
        return TypedResults.Ok(page.Sealed(new Page<Child>([.. children], found.Continuation)));
    }

    private static bool SeesChildren(Home home, Caller caller, Person? person, DateTimeOffset now) =>
        RegistrarScope.Of(caller, person, now).Covers(home.Id)
        || (person is not null && Sights.OfHome(caller, person, home, now) is not Sight.None);

    private static Child? Show(Child child, Home home, Policy policy, Caller caller, Person? person, DateTimeOffset now) =>
        child.IsBarred(caller.Person) ? null
        : RegistrarScope.Of(caller, person, now).Covers(home.Id) ? child with { RetainUntil = RetentionPeriod.Until(child, policy) }
        : person is not null && Sights.OfHome(caller, person, home, now) is not Sight.None
            ? child with
            {
                Barred = [.. child.Barred.Select(bar => bar with { Reason = "", Lift = null })],
                WhereaboutsLift = null,
                LegalHold = null,
            }
        : null;
}
