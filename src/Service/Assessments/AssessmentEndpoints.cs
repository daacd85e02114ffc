using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Assessments;

/// <summary>What a manager decides on a proposed content; who decides, and in which role, follows from who calls.</summary>
/// <param name="Outcome">What is decided.</param>
/// <param name="Conditions">Under which conditions; null unless the outcome has some.</param>
/// <param name="ReviewDue">When the review is due; null for the latest that the policy allows.</param>
public sealed record Agreement(Outcome Outcome, string? Conditions = null, DateTimeOffset? ReviewDue = null);

/// <summary>What a manager found on reviewing; who reviews, and in which role, follows from who calls.</summary>
/// <param name="Result">What is decided.</param>
/// <param name="Notes">Why.</param>
/// <param name="NextReview">When the next review is due, if it continues; null for the latest that the policy allows.</param>
public sealed record ReviewMade(ReviewResult Result, string Notes, DateTimeOffset? NextReview = null);

/// <summary>Assessments: written, agreed, reviewed.</summary>
internal static class AssessmentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/assessments").WithTags("Assessments");
        all.MapGet("/due", DueAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("A home's assessments whose review is near or overdue, or that wait to be agreed, the most urgent first.")
            .Produces<ImmutableArray<DueAssessment>>();
        all.MapGet("/{key}", GetAsync)
            .RequireAuthorization(Access.Everybody)
            .WithSummary(
                "One assessment with its versions and reviews; its key is such as child.c1, worker.p1, pair.c1~p1 or role.p1. It can be had as it was at a moment."
            )
            .Produces<Assessment>();
        all.MapPut("/{key}/proposal", ProposeAsync)
            .RequireAuthorization(Access.Participants)
            .WithSummary("Write a content; it counts once a manager has agreed it.")
            .Produces<Assessment>();
        all.MapPost("/{key}/agreement", AgreeAsync)
            .RequireAuthorization(Access.Everybody)
            .WithSummary("A manager agrees the content that was read (If-Match): permit, permit with conditions, or not permit.")
            .Produces<Assessment>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        all.MapPost("/{key}/reviews", ReviewAsync)
            .RequireAuthorization(Access.Everybody)
            .WithSummary("A manager reviews: continue, change or end.")
            .Produces<Assessment>();
    }

    private static async Task<IResult> DueAsync(HomeId home, Caller caller, AssessmentReader reader, CancellationToken ct) =>
        await reader.DueAsync(home, caller, ct) is { } due ? TypedResults.Ok(due) : Findings.Nothing();

    private static async Task<IResult> GetAsync(
        AssessmentKey key,
        [Description("The moment as of which it is wanted, such as 2026-03-01T18:00:00Z; now when not said.")] DateTimeOffset? at,
        Caller caller,
        AssessmentReader reader,
        Past past,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await reader.FindAsync(key, caller, ct) is not { Record: { } record })
            return Findings.Nothing();
        if (at is not { } moment)
            return Answer.Ok(record.State, record.Count);
        if (moment > clock.GetUtcNow())
            return AsOf.ToCome();
        return await past.AsOfAsync(AssessmentRecords.Kind, key.ToString(), moment, ct) is not { } last ? AsOf.NotYet()
            : last.After is { } then ? Answer.Ok(then)
            : AsOf.DisposedOf();
    }

    private static async Task<IResult> ProposeAsync(
        AssessmentKey key,
        AssessmentContent content,
        Caller caller,
        AssessmentReader reader,
        AssessmentSteps steps,
        CancellationToken ct
    ) =>
        await reader.FindAsync(key, caller, ct) is null
            ? Findings.Nothing()
            : AnswerTo(await steps.TakeAsync(new(key, new AssessmentCommand.Propose(caller.Person, content)), ct), null, null);

    // What is agreed is what was read: between reading and agreeing, somebody may have written another content.
    private static async Task<IResult> AgreeAsync(
        AssessmentKey key,
        Agreement agreed,
        Caller caller,
        IfMatch read,
        IdempotencyKey? once,
        AssessmentReader reader,
        AssessmentSteps steps,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await reader.FindAsync(key, caller, ct) is not { Record: not null } seen
            ? Findings.Nothing()
            : await TakeAsync(
                key,
                new AssessmentCommand.Agree(caller.Person, seen.As, agreed.Outcome, agreed.Conditions, agreed.ReviewDue),
                read,
                once,
                steps,
                clock,
                ct
            );

    private static async Task<IResult> ReviewAsync(
        AssessmentKey key,
        ReviewMade made,
        Caller caller,
        IdempotencyKey? once,
        AssessmentReader reader,
        AssessmentSteps steps,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await reader.FindAsync(key, caller, ct) is not { Record: not null } seen
            ? Findings.Nothing()
            : await TakeAsync(
                key,
                new AssessmentCommand.Review(caller.Person, seen.As, made.Result, made.Notes, made.NextReview),
                null,
                once,
                steps,
                clock,
                ct
            );

    private static async Task<IResult> TakeAsync(
        AssessmentKey key,
        AssessmentCommand command,
        IfMatch? read,
        IdempotencyKey? once,
        AssessmentSteps steps,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var step = new AssessmentStep(key, command)
        {
            Seen = read is null ? null : revision => read.Refuses(revision) is null,
            Once = once?.In(AssessmentRecords.Kind.PartitionOf(key.ToString())),
            Also = once is null ? null : done => [new Operation.Create(KeptAnswer.Keep(once, AnswerTo(done), now))],
        };
        return AnswerTo(await steps.TakeAsync(step, ct), read, once);
    }

    private static IResult AnswerTo(AssessmentResult result, IfMatch? read, IdempotencyKey? once) =>
        result switch
        {
            AssessmentResult.Done done => AnswerTo(done),
            AssessmentResult.TakenBefore before => KeptAnswer.Again(once!, before.Document),
            AssessmentResult.Stale stale => read!.Refuses(stale.Revision)!,
            AssessmentResult.Refused refused => Findings.Refuse(refused.Findings),
            _ => Findings.Nothing(),
        };

    private static Answer AnswerTo(AssessmentResult.Done done) => Answer.Ok(done.Assessment, done.Revision);
}
