using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

/// <summary>Safeguarding concerns: reported by staff, read by those who look into them.</summary>
internal static class ConcernEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/concerns").WithTags("Concerns");
        all.MapPost("", ReportAsync)
            .RequireAuthorization(Access.Staff)
            .WithSummary("Anybody of the home's staff reports a concern; whoever reports it sees that it was received, and no more.")
            .Produces<ConcernReceipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        all.MapGet("", ListAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary(
                "A home's safeguarding concerns, newest first, for its homes and service managers; for inspectors only that there are some, with their clocks and how many cannot be read (unreadable). Never for the person they are about."
            )
            .Produces<Page<ConcernView>>();
        all.MapGet("/{id}", GetAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary(
                "One concern for those who look into it; an inspector sees its clocks, and who raised it that it was received, acknowledged and decided on."
            )
            .Produces<ConcernView>();
        all.MapGet("/{id}/history", HistoryAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("What was done about a concern, by whom and when, and who was told; for those who look into it.")
            .Produces<Page<HistoryView>>();
        ConcernStepEndpoints.Map(all.MapGroup("/{id}"));
    }

    private static Task<IResult> ReportAsync(ConcernReport report, Caller caller, IdempotencyKey? key, CallersConcerns concerns) =>
        concerns.ReportAsync(report, caller, key);

    private static async Task<IResult> ListAsync(
        HomeId home,
        [Description("Where they stand; nothing for all.")] ConcernStageName? stage,
        [AsParameters] PageAsked page,
        Caller caller,
        ConcernReader reader,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        return await reader.SightAsync(home, caller, ct) switch
        {
            // One that cannot be read may be about them; by a number they would learn of it.
            Sight.Head => TypedResults.Ok(await PageAsync(state => ConcernView.Of(state, now)) with { Unreadable = null }),
            Sight.Inspector => TypedResults.Ok(await PageAsync(ConcernClocks.Of)),
            Sight.Colleague => Refusal.Of(
                StatusCodes.Status403Forbidden,
                "Concerns are for the home's homes and service managers; ask one of them."
            ),
            _ => Findings.Nothing(),
        };

        async Task<Page<TView>> PageAsync<TView>(Func<Concern, TView> show) =>
            page.Sealed(
                await reader.ListAsync(page.Of(new DocumentQuery(Queries.ConcernsOfHome, home.Value)), stage?.Stage, caller, show, ct)
            );
    }

    private static async Task<IResult> GetAsync(
        ConcernId id,
        Caller caller,
        ConcernReader reader,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await reader.FindAsync(id, caller, ct) switch
        {
            { IsTheirs: true } seen => Answer.Ok(ConcernView.Of(seen.Record.State, clock.GetUtcNow()), seen.Record.State.Revision),
            { Sight: ConcernSight.Clocks } inspected => Answer.Ok(ConcernClocks.Of(inspected.Record.State)),
            { } raised => Answer.Ok(ConcernReceipt.Of(raised.Record.State)),
            _ => Findings.Nothing(),
        };

    private static async Task<IResult> HistoryAsync(
        ConcernId id,
        [AsParameters] PageAsked page,
        Caller caller,
        ConcernReader reader,
        IDocumentStore store,
        CancellationToken ct
    )
    {
        if (await reader.FindAsync(id, caller, ct) is not { IsTheirs: true })
            return Findings.Nothing();
        var partition = ConcernRecords.Kind.PartitionOf(id.Value);
        var found = await store.QueryAsync(page.Of(new DocumentQuery(Queries.HistoryInOrder) { Partition = partition }), ct);
        var entries = found
            .Documents.Select(d => JsonSerializer.Deserialize<HistoryEntry>(d.Json.Span, WireFormat.Options)!)
            .Select(HistoryView.Whole);
        return TypedResults.Ok(page.Sealed(new Page<HistoryView>([.. entries], found.Continuation)));
    }
}
