using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>The history of an arrangement.</summary>
internal static class HistoryEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/arrangements/{id}/history", ListAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithTags("Arrangements")
            .WithSummary(
                "Who did or was told what, when, knowing what; for staff and inspectors. Concerns are for homes and service managers."
            )
            .Produces<Page<HistoryView>>()
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<IResult> ListAsync(
        ArrangementId id,
        [AsParameters] PageAsked page,
        Caller caller,
        ArrangementReader reader,
        IDocumentStore store,
        CancellationToken ct
    )
    {
        if (await reader.FindAsync(id, caller, ct) is not { } seen)
            return Findings.Nothing();
        if (seen.Sight is Sight.Family)
            return Refusal.Of(
                StatusCodes.Status403Forbidden,
                "The history is for staff and inspectors; ask the home's manager what you want to know of it."
            );
        var partition = ArrangementRecords.Kind.PartitionOf(id.Value);
        var found = await store.QueryAsync(page.Of(new DocumentQuery(Queries.HistoryInOrder) { Partition = partition }), ct);
        var entries = found
            .Documents.Select(d => JsonSerializer.Deserialize<HistoryEntry>(d.Json.Span, WireFormat.Options)!)
            .Select(entry => HistoryView.Of(entry, seen))
            .OfType<HistoryView>();
        return TypedResults.Ok(page.Sealed(new Page<HistoryView>([.. entries], found.Continuation)));
    }
}
