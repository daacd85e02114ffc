using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Retention;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>For which home a run is wanted.</summary>
/// <param name="Home">The home.</param>
public sealed record RunWanted(HomeId Home);

/// <summary>Why a run may be carried out.</summary>
/// <param name="Reason">In words.</param>
public sealed record RunApproving(string Reason);

/// <summary>Disposal runs.</summary>
internal static class RetentionEndpoints
{
    private const int Approved = 2;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/api/retention/runs").WithTags("Retention");
        runs.MapPost("", ProposeAsync)
            .RequireAuthorization(Access.Staff)
            .WithSummary(
                "A head of the home proposes what need not be kept any more: a list of ids. Nothing is disposed of by that. Not in it: children whose dates or hold changed within 30 days (waiting), those of whom something cannot be read (unreadable), and those in whose records the head has a part."
            )
            .Produces<RetentionRun>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        runs.MapPost("/{id}/approval", ApproveAsync)
            .RequireAuthorization(Access.Staff)
            .WithSummary(
                "Another homes or service manager approves the run that was read (If-Match), with a reason; the clock carries it out. It cannot be undone."
            )
            .Produces<RetentionRun>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        runs.MapGet("", ListAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("A home's disposal runs, newest first, for its heads and whoever inspects it.")
            .Produces<Page<RetentionRun>>();
        runs.MapGet("/{id}", GetAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary(
                "A disposal run, and what became of each record: disposed of, or kept after all and why; for heads also by what dates it is reckoned, and who changed them when."
            )
            .Produces<RetentionRun>();
    }

    private static async Task<IResult> ProposeAsync(
        RunWanted wanted,
        Caller caller,
        IdempotencyKey? key,
        RetentionRuns runs,
        ShownRuns shown,
        RegisterReader registers,
        KeyReservations reservations,
        IDocumentStore store,
        TimeProvider clock
    )
    {
        var ct = CancellationToken.None;
        var now = clock.GetUtcNow();
        if (await SeesAsync(wanted.Home, caller, registers, now, ct) is not (var sight, { } home))
            return Findings.Nothing();
        if (sight is not Sight.Head)
            return NotTheirs();
        var id = new RetentionRunId(Guid.NewGuid().ToString("N"));
        if (key is not null)
        {
            var (reserved, refusal) = await reservations.ReserveAsync(key, id.Value, ct);
            if (reserved is null)
                return refusal!;
            id = new(reserved);
        }
        var run = await runs.ProposeAsync(
            id,
            home,
            caller.Person,
            proposed => key is null ? [] : [new Operation.Create(KeptAnswer.Keep(key, AnswerOf(proposed), now))],
            ct
        );
        return run is not null ? AnswerOf(await shown.ShowAsync(run.State, caller.Person, ct))
            : await store.ReadAsync(key!.In(RetentionRunRecords.Kind.PartitionOf(id.Value)), ct) is { } before
                ? KeptAnswer.Again(key, before)
            : Findings.Nothing();

        static Answer AnswerOf(RetentionRun proposed) => Answer.Created($"/api/retention/runs/{proposed.Id}", proposed, 1);
    }

    private static async Task<IResult> ApproveAsync(
        RetentionRunId id,
        RunApproving approving,
        Caller caller,
        IfMatch seen,
        IdempotencyKey? key,
        RetentionRuns runs,
        ShownRuns shown,
        RegisterReader registers,
        IDocumentStore store,
        TimeProvider clock
    )
    {
        var ct = CancellationToken.None;
        var now = clock.GetUtcNow();
        if (
            await runs.ReadAsync(id, ct) is not { } stored
            || await SeesAsync(stored.State.Home, caller, registers, now, ct) is not (var sight, not null)
        )
            return Findings.Nothing();
        if (key is not null && await store.ReadAsync(key.In(RetentionRunRecords.Kind.PartitionOf(id.Value)), ct) is { } before)
            return KeptAnswer.Again(key, before);
        if (sight is not Sight.Head)
            return NotTheirs();
        if (seen.Refuses(Revision(stored.Record.Count)) is { } stale)
            return stale;
        var (after, refused) = await runs.ApproveAsync(
            stored,
            caller.Person,
            approving.Reason,
            run => key is null ? [] : [new Operation.Create(KeptAnswer.Keep(key, Answer.Ok(run, Approved), now))],
            ct
        );
        return !refused.IsEmpty ? Findings.Refuse(refused)
            : after is null
                ? Refusal.Of(StatusCodes.Status412PreconditionFailed, "Somebody else changed it at the same moment. Read it again.")
            : Answer.Ok(await shown.ShowAsync(after.State, caller.Person, ct), Revision(after.Count));
    }

    private static async Task<IResult> ListAsync(
        HomeId home,
        [AsParameters] PageAsked page,
        Caller caller,
        ShownRuns shown,
        RegisterReader registers,
        IDocumentStore store,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await SeesAsync(home, caller, registers, clock.GetUtcNow(), ct) is not (var sight, not null))
            return Findings.Nothing();
        if (sight is not (Sight.Head or Sight.Inspector))
            return NotTheirs();
        var found = await store.QueryAsync(page.Of(new DocumentQuery(Queries.RetentionRunsOfHome, home.Value)), ct);
        var all = new List<RetentionRun>();
        foreach (var document in found.Documents)
            all.Add(await shown.ShowAsync(Ledger.Read<RetentionRun>(document).State, caller.Person, ct));
        return TypedResults.Ok(page.Sealed(new Page<RetentionRun>([.. all], found.Continuation)));
    }

    private static async Task<IResult> GetAsync(
        RetentionRunId id,
        Caller caller,
        RetentionRuns runs,
        ShownRuns shown,
        RegisterReader registers,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await runs.ReadAsync(id, ct) is not { } stored
        || await SeesAsync(stored.State.Home, caller, registers, clock.GetUtcNow(), ct) is not (var sight, not null)
            ? Findings.Nothing()
        : sight is Sight.Head
            ? Answer.Ok(
                await shown.ReckonAsync(await shown.ShowAsync(stored.State, caller.Person, ct), caller.Person, ct),
                Revision(stored.Record.Count)
            )
        : sight is Sight.Inspector ? Answer.Ok(stored.State, Revision(stored.Record.Count))
        : NotTheirs();

    private static async ValueTask<(Sight Sight, Home? Home)?> SeesAsync(
        HomeId id,
        Caller caller,
        RegisterReader registers,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        await registers.HomeAsync(id, ct) is { } home
        && await registers.PersonAsync(caller.Person, ct) is { } person
        && Sights.OfHome(caller, person, home, now) is var sight and not Sight.None
            ? (sight, home)
            : null;

    // Counts proposed and approved only: with the records done it would tell how many are not shown.
    private static int Revision(int count) => Math.Min(count, Approved);

    private static IResult NotTheirs() =>
        Refusal.Of(
            StatusCodes.Status403Forbidden,
            [new("who", Domain.Guidance.DutyKind.Hard, "Disposal is for the home's homes and service managers.", "Ask one of them.")]
        );
}
