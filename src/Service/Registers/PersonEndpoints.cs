using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>People: who may keep them, and what is said of them.</summary>
internal static class PersonEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/people").WithTags("Registers");
        people
            .MapPut("/{id}", PutAsync)
            .RequireAuthorization(Access.Registrars)
            .WithSummary("Enter a person, or change what was read (If-Match). The version is counted here.")
            .Produces<Person>()
            .Produces<Person>(StatusCodes.Status201Created);
        people
            .MapGet("/{id}", GetAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary(
                "One person: for those who keep the register, and for the person. An inspector sees of a home's staff who they are, and nothing to reach them by."
            )
            .Produces<Person>();
        people
            .MapGet("", ListAsync)
            .RequireAuthorization(Access.Registrars)
            .WithSummary("The people whom the caller keeps.")
            .Produces<Page<Person>>();
    }

    private static async Task<IResult> PutAsync(
        PersonId id,
        Person person,
        IfMatch seen,
        Caller caller,
        Ledger ledger,
        RegisterWriter writer,
        RegisterReader registers,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var scope = RegistrarScope.Of(caller, await registers.PersonAsync(caller.Person, ct), clock.GetUtcNow());
        var before = await ledger.ReadAsync(RegisterKinds.People, id.Value, ct);
        if (before is not null && !scope.Covers(before.State))
            return Findings.Nothing();
        if (Powers.Refuse(person, before?.State, scope, caller) is { } refused)
            return Refusal.Of(StatusCodes.Status403Forbidden, refused);
        var entry = person with { Version = (before?.State.Version ?? 0) + 1, ContactGuidanceRead = before?.State.ContactGuidanceRead };
        return await RegisterAnswers.WriteAsync(
            entry,
            entry.Version,
            before,
            seen,
            person.Id == id ? person.Check() : [RegisterAnswers.OtherId],
            () => writer.WriteAsync(entry, caller.Person, before, ct),
            $"/api/people/{id}"
        );
    }

    private static async Task<IResult> GetAsync(
        PersonId id,
        Caller caller,
        RegisterReader registers,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await registers.PersonAsync(id, ct) is not { } person)
            return Findings.Nothing();
        var scope = RegistrarScope.Of(caller, await registers.PersonAsync(caller.Person, ct), clock.GetUtcNow());
        if (id == caller.Person || scope.Covers(person))
            return Answer.Ok(person, person.Version);
        return
            await registers.PersonAsync(caller.Person, ct) is { } asking
            && StaffMember.Of(person, caller, asking, clock.GetUtcNow()) is { } known
            ? Answer.Ok(known)
            : Findings.Nothing();
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] PageAsked page,
        Caller caller,
        RegisterReader registers,
        IDocumentStore store,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var scope = RegistrarScope.Of(caller, await registers.PersonAsync(caller.Person, ct), clock.GetUtcNow());
        if (scope is { Everywhere: false, Homes.IsEmpty: true })
            return TypedResults.Ok(new Page<Person>([], null));
        var found = await store.QueryAsync(page.Of(new DocumentQuery(Queries.People)), ct);
        var people = found.Documents.Select(d => Ledger.Read<Person>(d).State).Where(scope.Covers);
        return TypedResults.Ok(page.Sealed(new Page<Person>([.. people], found.Continuation)));
    }
}

/// <summary>What powers whoever keeps the register may give by it.</summary>
internal static class Powers
{
    private static readonly ImmutableArray<Role> ForAdministrators = [Role.Administrator, Role.Inspector, Role.ServiceManager];

    public static Finding? Refuse(Person person, Person? before, RegistrarScope scope, Caller caller)
    {
        var roles = Difference(person.Roles, before?.Roles ?? []);
        var homes = Difference(person.Homes, before?.Homes ?? []);
        if (caller.Person == person.Id && (roles.Except([Role.Administrator]).Any() || homes.Any() || person.LeftOn != before?.LeftOn))
            return Who("Nobody gives power to themselves.", "Have somebody else who keeps the register do it.", "roles");
        if (scope.Everywhere)
            return null;
        if (roles.Intersect(ForAdministrators).Any())
            return Who(
                "Only an administrator makes somebody administrator, inspector or service manager, or takes it from them.",
                "Ask an administrator.",
                "roles"
            );
        if (!homes.All(scope.Covers) || !person.Homes.Any(scope.Covers))
            return Who("You keep the register of your own homes.", "Give the homes that are yours, at least one.", "homes");
        return null;
    }

    private static IEnumerable<T> Difference<T>(ImmutableArray<T> after, ImmutableArray<T> before) =>
        after.Except(before).Concat(before.Except(after));

    private static Finding Who(string problem, string lift, string field) => new("who", DutyKind.Hard, problem, lift, field);
}
