using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Fairness;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>What a worker sends to start at once because a child asks to talk.</summary>
/// <param name="Plan">What is happening; whatever start it gives, the start is now.</param>
/// <param name="ColleagueTold">The colleague who has been told, by name.</param>
public sealed record UnplannedStart(Plan Plan, PersonId ColleagueTold);

/// <summary>Arrangements: asked for, looked at, changed.</summary>
internal static class ArrangementEndpoints
{
    private static readonly Finding OneFilter = new(
        "filter",
        DutyKind.Hard,
        "It is not said whose arrangements are wanted.",
        "Give one of home, child and worker."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/arrangements").WithTags("Arrangements");
        all.MapPost("", RequestAsync)
            .RequireAuthorization(Access.Staff)
            .WithSummary("Ask for one-to-one time. The body is the plan; the answer says where the arrangement is and what it waits for.")
            .Produces<ArrangementBrief>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        all.MapPost("/unplanned", StartUnplannedAsync)
            .RequireAuthorization(Access.Staff)
            .WithSummary("Start at once because the child asks to talk; a colleague has been told, and a manager's review is owed.")
            .Produces<ArrangementBrief>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        all.MapGet("", ListAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("The arrangements of one home, one child or one worker that the caller may see, newest first.")
            .Produces<Page<ArrangementBrief>>();
        all.MapGet("/{id}", GetAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary(
                "One arrangement as the caller may see it, with what they could do next, or as it was at a moment. Its digest goes with an approval."
            )
            .Produces<ArrangementView>();
        all.MapPut("/{id}/plan", ChangeAsync)
            .RequireAuthorization(Access.Staff)
            .WithSummary("Change the plan that was read (If-Match). A material change voids approvals and begins a new round.")
            .Produces<ArrangementBrief>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static Task<IResult> RequestAsync(Plan plan, Caller caller, IdempotencyKey? key, CallersSteps steps) =>
        steps.BeginAsync(id => new ArrangementCommand.Request(id, plan), caller, key);

    private static Task<IResult> StartUnplannedAsync(UnplannedStart start, Caller caller, IdempotencyKey? key, CallersSteps steps) =>
        steps.BeginAsync(id => new ArrangementCommand.StartUnplanned(id, start.Plan, start.ColleagueTold), caller, key);

    private static async Task<IResult> ListAsync(
        [Description("The home whose arrangements are wanted.")] HomeId? home,
        [Description("The child whose arrangements are wanted.")] ChildId? child,
        [Description("The worker whose arrangements are wanted.")] PersonId? worker,
        [AsParameters] PageAsked page,
        Caller caller,
        ArrangementReader reader,
        CancellationToken ct
    )
    {
        DocumentQuery? query = (home, child, worker) switch
        {
            ({ } it, null, null) => new(Queries.ArrangementsOfHome, it.Value),
            (null, { } it, null) => new(Queries.ArrangementsOfChild, it.Value),
            (null, null, { } it) => new(Queries.ArrangementsOfWorker, it.Value),
            _ => null,
        };
        if (query is null)
            return Refusal.Of(StatusCodes.Status400BadRequest, OneFilter);
        return await reader.MayListAsync(home, child, worker, caller, ct)
            ? TypedResults.Ok(page.Sealed(await reader.ListAsync(page.Of(query), caller, ct)))
            : TypedResults.Ok(new Page<ArrangementBrief>([], null));
    }

    private static async Task<IResult> GetAsync(
        ArrangementId id,
        [Description("The moment as of which it is wanted, such as 2026-03-01T18:00:00Z; now when not said.")] DateTimeOffset? at,
        Caller caller,
        ArrangementReader reader,
        FairnessReader fairness,
        AgreementWorkers workers,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (await reader.FindAsync(id, caller, ct) is not { } seen)
            return Findings.Nothing();
        if (at is not { } moment)
        {
            var soFar =
                Sights.IsManager(caller, seen.Facts.Actor!, seen.Facts.Home, now) && seen.Sight is not Sight.Family
                    ? await fairness.SoFarAsync(seen.State.Plan, seen.Facts, now, ct)
                    : null;
            var view = ArrangementViews.Show(seen, now) with { TimeSoFar = soFar, Workers = await workers.OfAsync(seen, now, ct) };
            return Answer.Ok(view, seen.State.Revision);
        }
        if (moment > now)
            return AsOf.ToCome();
        var (last, then) = await reader.FindAsOfAsync(seen, moment, caller, ct);
        return last is null ? AsOf.NotYet()
            : last.After is null ? AsOf.DisposedOf()
            : then is null ? Findings.Nothing()
            : Answer.Ok(ArrangementViews.ShowAsOf(then, moment));
    }

    // Looked at first: what is named in place of the present child and worker must be what the caller may know of.
    private static async Task<IResult> ChangeAsync(
        ArrangementId id,
        Plan plan,
        Caller caller,
        IfMatch seen,
        ArrangementReader reader,
        CallersSteps steps,
        CancellationToken ct
    ) =>
        await reader.FindAsync(id, caller, ct) is { } present && await reader.MayNameAsync(plan, present, caller, ct)
            ? await steps.ChangeAsync(id, plan, caller, seen)
            : Findings.Nothing();
}
