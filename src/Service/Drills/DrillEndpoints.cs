using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Drills;

/// <summary>Which chain is to be tried.</summary>
/// <param name="Home">The home.</param>
/// <param name="Cause">What is played; one-to-one time that has not ended, when not said.</param>
public sealed record DrillWanted(HomeId Home, EscalationCause Cause = EscalationCause.Overdue);

/// <summary>How a drill went for whoever took it on.</summary>
/// <param name="Note">What they would have done, in words.</param>
public sealed record DrillOutcomeSaid(string Note);

/// <summary>Drills of the escalation.</summary>
internal static class DrillEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var drills = routes.MapGroup("/api/drills").WithTags("Drills");
        drills
            .MapPost("", BeginAsync)
            .Described("A manager of the home tries its escalation: the real levels, clocks and channels, marked as a drill everywhere.")
            .Produces<DrillBrief>(StatusCodes.Status201Created);
        drills
            .MapPost("/{id}/acknowledgement", AcknowledgeAsync)
            .Described("Take a drill on, as in earnest; the clock of its owner starts.")
            .Produces<DrillBrief>();
        drills.MapPost("/{id}/outcome", RecordAsync).Described("Say what you would have done; that ends the drill.").Produces<DrillBrief>();
        drills
            .MapGet("", ListAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("A home's drills, newest first, for its managers and whoever inspects it.")
            .Produces<Page<DrillBrief>>();
        drills
            .MapGet("/{id}", GetAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary(
                "What a drill showed: who was told when and over what, who answered after how long, who was away, who did not answer."
            )
            .Produces<DrillReport>();
    }

    // One drill at a time: the next one's id follows from the last one's, so that of two that begin at once one finds its id taken.
    private static async Task<IResult> BeginAsync(
        DrillWanted wanted,
        Caller caller,
        IdempotencyKey? key,
        DrillSteps steps,
        DrillReader reader,
        KeyReservations reservations,
        TimeProvider clock
    )
    {
        var ct = CancellationToken.None;
        if (await reader.MayReadAsync(wanted.Home, caller, ct) is null)
            return Findings.Nothing();
        var number = await steps.NewestAsync(wanted.Home, ct) is { } newest ? DrillNumber.Of(newest.Id) + 1 : 1;
        var id = DrillNumber.IdOf(wanted.Home, number);
        if (key is not null)
        {
            var (reserved, refusal) = await reservations.ReserveAsync(key, id.Value, ct);
            if (reserved is null)
                return refusal!;
            id = new(reserved);
        }
        var command = new DrillCommand.Begin(id, wanted.Cause);
        return await TakeAsync(new(id, wanted.Home, command, caller.Person), key, steps, clock, $"/api/drills/{id}");
    }

    private static Task<IResult> AcknowledgeAsync(
        DrillId id,
        Caller caller,
        IdempotencyKey? key,
        DrillSteps steps,
        DrillReader reader,
        TimeProvider clock
    ) => OfOneAsync(id, new DrillCommand.Acknowledge(), caller, key, steps, reader, clock);

    private static Task<IResult> RecordAsync(
        DrillId id,
        DrillOutcomeSaid said,
        Caller caller,
        IdempotencyKey? key,
        DrillSteps steps,
        DrillReader reader,
        TimeProvider clock
    ) => OfOneAsync(id, new DrillCommand.RecordOutcome(said.Note), caller, key, steps, reader, clock);

    private static async Task<IResult> OfOneAsync(
        DrillId id,
        DrillCommand command,
        Caller caller,
        IdempotencyKey? key,
        DrillSteps steps,
        DrillReader reader,
        TimeProvider clock
    ) =>
        await steps.ReadAsync(id, CancellationToken.None) is { State.Home: var home }
        && await reader.MayReadAsync(home, caller, CancellationToken.None) is not null
            ? await TakeAsync(new(id, home, command, caller.Person), key, steps, clock, null)
            : Findings.Nothing();

    private static async Task<IResult> TakeAsync(
        DrillAsked asked,
        IdempotencyKey? key,
        DrillSteps steps,
        TimeProvider clock,
        string? location
    )
    {
        var now = clock.GetUtcNow();
        asked = asked with
        {
            Once = key?.In(DrillRecords.Kind.PartitionOf(asked.Id.Value)),
            Also = key is null ? null : after => [new Operation.Create(KeptAnswer.Keep(key, AnswerOf(after), now))],
        };
        return await steps.TakeAsync(asked, CancellationToken.None) switch
        {
            DrillResult.Done done => AnswerOf(done.Record),
            DrillResult.TakenBefore before => KeptAnswer.Again(key!, before.Document),
            DrillResult.Refused refused => Findings.Refuse(refused.Findings),
            _ => Findings.Nothing(),
        };

        Answer AnswerOf(Record<Drill> after) =>
            location is null ? Answer.Ok(DrillBrief.Of(after.State)) : Answer.Created(location, DrillBrief.Of(after.State));
    }

    private static async Task<IResult> ListAsync(
        HomeId home,
        [AsParameters] PageAsked page,
        Caller caller,
        DrillReader reader,
        IDocumentStore store,
        CancellationToken ct
    )
    {
        if (await reader.MayReadAsync(home, caller, ct) is not { } may)
            return Findings.Nothing();
        if (!may)
            return NotTheirs();
        var found = await store.QueryAsync(page.Of(new DocumentQuery(Queries.DrillsOfHome, home.Value)), ct);
        return TypedResults.Ok(
            page.Sealed(
                new Page<DrillBrief>([.. found.Documents.Select(d => DrillBrief.Of(Ledger.Read<Drill>(d).State))], found.Continuation)
            )
        );
    }

    private static async Task<IResult> GetAsync(DrillId id, Caller caller, DrillSteps steps, DrillReader reader, CancellationToken ct) =>
        await steps.ReadAsync(id, ct) is { } found && await reader.MayReadAsync(found.State.Home, caller, ct) is { } may
            ? may
                ? TypedResults.Ok(await reader.ReportAsync(found.Record, ct))
                : NotTheirs()
            : Findings.Nothing();

    private static IResult NotTheirs() =>
        Refusal.Of(StatusCodes.Status403Forbidden, "Drills are for the home's managers and whoever inspects it; ask one of them.");

    private static RouteHandlerBuilder Described(this RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .RequireAuthorization(Access.Staff)
            .WithSummary(summary)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
