using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>Homes with their on-call lists.</summary>
internal static class HomeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var homes = routes.MapGroup("/api/homes").WithTags("Registers");
        homes
            .MapPut("/{id}", PutAsync)
            .RequireAuthorization(Access.Registrars)
            .WithSummary("Enter a home, or change what was read (If-Match): its time zone and whom it asks, level by level.")
            .Produces<Home>()
            .Produces<Home>(StatusCodes.Status201Created);
        homes
            .MapGet("/{id}", GetAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("One home: for those who work there, inspect it or keep its register.")
            .Produces<Home>();
        homes
            .MapGet("", ListAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("The homes that the caller may see.")
            .Produces<Page<Home>>();
    }

    private static async Task<IResult> PutAsync(
        HomeId id,
        Home home,
        IfMatch seen,
        Caller caller,
        Ledger ledger,
        RegisterWriter writer,
        RegisterReader registers,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        while (true)
        {
            var scope = RegistrarScope.Of(caller, await registers.PersonAsync(caller.Person, ct), clock.GetUtcNow());
            if (!scope.Covers(id))
                return Findings.Nothing();
            var before = await ledger.ReadAsync(RegisterKinds.Homes, id.Value, ct);
            if (OnCallKeeping.Refuse(home, before?.State, scope) is { } refused)
                return Refusal.Of(StatusCodes.Status403Forbidden, refused);
            var people = await registers.PeopleAsync(home.OnCall.Levels.SelectMany(level => level.People).Select(p => p.Person), ct);
            var entry = home with { Version = (before?.State.Version ?? 0) + 1 };
            var answer = await RegisterAnswers.WriteAsync(
                entry,
                entry.Version,
                before,
                seen,
                home.Id == id ? home.Check(people) : [RegisterAnswers.OtherId],
                () => writer.WriteAsync(entry, caller.Person, before, ct),
                $"/api/homes/{id}"
            );
            if (answer is not null)
                return answer;
        }
    }

    private static async Task<IResult> GetAsync(
        HomeId id,
        Caller caller,
        RegisterReader registers,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await registers.HomeAsync(id, ct) is { } home
        && MaySee(caller, await registers.PersonAsync(caller.Person, ct), home, clock.GetUtcNow())
            ? Answer.Ok(Shown(home, caller), home.Version)
            : Findings.Nothing();

    private static async Task<IResult> ListAsync(
        [AsParameters] PageAsked page,
        Caller caller,
        RegisterReader registers,
        IDocumentStore store,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (person, now) = (await registers.PersonAsync(caller.Person, ct), clock.GetUtcNow());
        if (person?.Homes.IsEmpty != false && !RegistrarScope.Of(caller, person, now).Everywhere)
            return TypedResults.Ok(new Page<Home>([], null));
        var found = await store.QueryAsync(page.Of(new DocumentQuery(Queries.Homes)), ct);
        var homes = found
            .Documents.Select(d => Ledger.Read<Home>(d).State)
            .Where(home => MaySee(caller, person, home, now))
            .Select(home => Shown(home, caller));
        return TypedResults.Ok(page.Sealed(new Page<Home>([.. homes], found.Continuation)));
    }

    // How much time is expected of whom is for those who plan it (L-28).
    private static Home Shown(Home home, Caller caller) =>
        caller.IsAny(Role.Administrator, Role.SeniorManager, Role.HomesManager, Role.ServiceManager)
            ? home
            : home with
            {
                Allocations = null,
            };

    private static bool MaySee(Caller caller, Person? person, Home home, DateTimeOffset now) =>
        RegistrarScope.Of(caller, person, now).Covers(home.Id)
        || (person is not null && Sights.OfHome(caller, person, home, now) is not Sight.None);
}
