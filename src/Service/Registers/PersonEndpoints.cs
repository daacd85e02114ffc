using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
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
        IDocumentStore store,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var scope = RegistrarScope.Of(caller, await registers.PersonAsync(caller.Person, ct), now);
            var before = await ledger.ReadAsync(RegisterKinds.People, id.Value, ct);
            if (before is not null && !scope.Covers(before.State))
                return Findings.Nothing();
            if (Powers.Refuse(person, before?.State, scope, caller) is { } refused)
                return Refusal.Of(StatusCodes.Status403Forbidden, refused);
            var entry = person with
            {
                Version = (before?.State.Version ?? 0) + 1,
                ContactGuidanceRead = before?.State.ContactGuidanceRead,
                AddressEntered =
                    before is { State: var there } && person.IsReachedAs(there) ? there.AddressEntered : new(caller.Person, now),
            };
            var answer = await RegisterAnswers.WriteAsync(
                entry,
                entry.Version,
                before,
                seen,
                person.Id != id
                    ? [RegisterAnswers.OtherId]
                    : [.. person.Check(), .. await SharedAddresses.OfAsync(store, person, before?.State, ct)],
                () => writer.WriteAsync(entry, caller.Person, before, ct),
                $"/api/people/{id}"
            );
            if (answer is not null)
                return answer;
        }
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
