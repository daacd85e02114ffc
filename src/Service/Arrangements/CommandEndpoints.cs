using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using static OneToOne.Domain.Arrangements.ArrangementCommand;

namespace OneToOne.Service.Arrangements;

/// <summary>How an escalation ended; which one stands in the address.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Note">In words: what was done and seen.</param>
/// <param name="HappenedAt">When it happened, where that is not now.</param>
public sealed record OutcomeSaid(EscalationOutcome Outcome, string Note, DateTimeOffset? HappenedAt = null);

/// <summary>
/// Everything that can be done to an arrangement, one address for each command; its body is the command. Who may do it beyond the policy
/// named here is decided where all else is: in the domain.
/// </summary>
internal static class CommandEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/api/arrangements/{id}");
        MapDecisions(one.MapGroup("").WithTags("Decisions"));
        MapSession(one.MapGroup("").WithTags("Session"));
        MapEscalations(one.MapGroup("/escalations/{cause}").WithTags("Escalations"));
        MapEndings(one.MapGroup("").WithTags("Endings"));
    }

    private static void MapDecisions(RouteGroupBuilder one)
    {
        one.On<DecideOverride>(
            "/overrides",
            Access.Staff,
            "A homes or service manager allows or refuses one finding, with details and reasons."
        );
        one.On<Approve>("/approvals", Access.Participants, "A manager, parent, carer or placing authority approves what they were shown.");
        one.On<RecordApproval>("/recorded-approvals", Access.Staff, "Write down an approval given by telephone, in person or on paper.");
        one.On<Refuse>("/refusals", Access.Participants, "Somebody who may approve refuses, with a reason.");
        one.On<RecordAttempt>("/contact-attempts", Access.Staff, "Write down an attempt to reach a parent or carer.");
        one.On<AcknowledgeNotice>("/notice", Access.Participants, "Somebody who is to be told says that they have read it.");
        one.On<RecordTold>("/told", Access.Staff, "A colleague confirms that somebody was told in person or by telephone.");
    }

    private static void MapSession(RouteGroupBuilder one)
    {
        one.On<Start>("/start", Access.Staff, "The worker starts the session and confirms the safeguards.");
        one.OnWithoutWords<CheckIn>("/check-ins", Access.Staff, "The worker says that all is well.");
        one.On<Extend>("/extensions", Access.Participants, "The session takes longer.");
        one.OnWithoutWords<Finish>("/finish", Access.Staff, "The worker says that it is over.");
        one.On<RecordCloseOut>("/close-out", Access.Staff, "The worker records what happened.");
        one.MapPost("/distress", ReportDistressAsync)
            .Described(
                Access.Staff,
                "The child is distressed or angry; a senior colleague is told at once. The body may say what happened, as {\"what\": \"…\"}; any other is taken as none."
            )
            .WithMetadata(new HeardAnyway())
            .DisableRateLimiting();
        one.MapPost("/help", CallHelpAsync)
            .Described(Access.Staff, "Help, now: two levels are told at once. It needs no body, and refuses none.")
            .WithMetadata(new HeardAnyway())
            .DisableRateLimiting();
    }

    private static void MapEscalations(RouteGroupBuilder one)
    {
        one.MapPost("/acknowledgement", AcknowledgeAsync)
            .Described(Access.Participants, "Take an escalation on; the clock of its owner starts, and it stays open.");
        one.MapPost("/outcome", RecordOutcomeAsync)
            .Described(Access.Participants, "Record how an escalation ended; nothing else ends one.");
    }

    private static void MapEndings(RouteGroupBuilder one)
    {
        one.On<Withdraw>("/withdrawal", Access.Staff, "Take the request back.");
        one.On<DeclineByWorker>("/decline", Access.Staff, "The worker finds it inappropriate; it needs nobody's approval.");
        one.On<Explain>("/explanation", Access.Staff, "Record how a decline was explained to the young person.");
        one.On<ReviewUnplanned>("/unplanned-review", Access.Participants, "A manager reviews a start that was not planned.");
        one.On<AddAddendum>("/addenda", Access.Staff, "Add to a record that has ended; nothing in it changes.");
    }

    private static void On<TCommand>(this RouteGroupBuilder one, string address, string access, string summary)
        where TCommand : ArrangementCommand =>
        one.MapPost(
                address,
                (ArrangementId id, TCommand command, Caller caller, IdempotencyKey? key, CallersSteps steps) =>
                    steps.TakeAsync(id, command, caller, key)
            )
            .Described(access, summary);

    private static void OnWithoutWords<TCommand>(this RouteGroupBuilder one, string address, string access, string summary)
        where TCommand : ArrangementCommand, new() =>
        one.MapPost(
                address,
                (ArrangementId id, TCommand? command, Caller caller, IdempotencyKey? key, CallersSteps steps) =>
                    steps.TakeAsync(id, command ?? new(), caller, key)
            )
            .Described(access, summary);

    private static async Task<IResult> ReportDistressAsync(
        ArrangementId id,
        HttpRequest request,
        Caller caller,
        IdempotencyKey? key,
        CallersSteps steps,
        CancellationToken ct
    )
    {
        var (what, happenedAt) = await HeardAnyway.ReadAsync(request, ct);
        return await steps.TakeAndDeliverAsync(id, new ReportDistress(what) { HappenedAt = happenedAt }, caller, key);
    }

    private static async Task<IResult> CallHelpAsync(
        ArrangementId id,
        HttpRequest request,
        Caller caller,
        IdempotencyKey? key,
        CallersSteps steps,
        CancellationToken ct
    )
    {
        var (_, happenedAt) = await HeardAnyway.ReadAsync(request, ct);
        return await steps.TakeAndDeliverAsync(id, new CallHelp { HappenedAt = happenedAt }, caller, key);
    }

    private static Task<IResult> AcknowledgeAsync(
        ArrangementId id,
        EscalationName cause,
        Caller caller,
        IdempotencyKey? key,
        CallersSteps steps
    ) => steps.TakeAsync(id, new Acknowledge(cause.Cause), caller, key);

    private static Task<IResult> RecordOutcomeAsync(
        ArrangementId id,
        EscalationName cause,
        OutcomeSaid said,
        Caller caller,
        IdempotencyKey? key,
        CallersSteps steps
    ) => steps.TakeAsync(id, new RecordOutcome(cause.Cause, said.Outcome, said.Note) { HappenedAt = said.HappenedAt }, caller, key);

    private static RouteHandlerBuilder Described(this RouteHandlerBuilder endpoint, string access, string summary) =>
        endpoint
            .RequireAuthorization(access)
            .WithSummary(summary)
            .Produces<ArrangementBrief>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
