using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

/// <summary>Concerns that refused requests gave rise to, for those who look into them.</summary>
internal static class ConcernEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/concerns", ListAsync)
            .RequireAuthorization(Access.Staff)
            .WithTags("Concerns")
            .WithSummary(
                "A home's safeguarding concerns, newest first, for its homes and service managers; never for the person they are about."
            )
            .Produces<Page<Concern>>();

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
        if (await registers.HomeAsync(home, ct) is not { } its || await registers.PersonAsync(caller.Person, ct) is not { } person)
            return Findings.Nothing();
        var sight = Sights.OfHome(caller, person, its, clock.GetUtcNow());
        if (sight is not Sight.Head)
            return sight is Sight.None
                ? Findings.Nothing()
                : Refusal.Of(StatusCodes.Status403Forbidden, "Concerns are for the home's homes and service managers; ask one of them.");

        var found = await store.QueryAsync(page.Of(new DocumentQuery(Queries.ConcernsOfHome, home.Value)), ct);
        var items = ImmutableArray.CreateBuilder<Concern>();
        foreach (var concern in found.Documents.Select(d => Ledger.Read<Concern>(d).State))
            if (concern.About != caller.Person && (await registers.ChildAsync(concern.Child, ct))?.IsBarred(caller.Person) != true)
                items.Add(concern);
        return TypedResults.Ok(page.Sealed(new Page<Concern>(items.ToImmutable(), found.Continuation)));
    }
}
