using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
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
        AssessmentReadEndpoints.Map(all);
        all.MapPut("/{key}/proposal", ProposeAsync)
            .RequireAuthorization(Access.Participants)
            .WithSummary("Write a content; it counts once a manager has agreed it.")
            .Produces<AssessmentView>();
        all.MapPost("/{key}/agreement", AgreeAsync)
            .RequireAuthorization(Access.Everybody)
            .WithSummary(
                "A manager agrees the content that was read (If-Match): permit, permit with conditions, or not permit. What permits more than before is agreed by somebody else than its writer."
            )
            .Produces<AssessmentView>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        all.MapPost("/{key}/reviews", ReviewAsync)
            .RequireAuthorization(Access.Everybody)
            .WithSummary("A manager reviews: continue, change or end.")
            .Produces<AssessmentView>();
    }

    private static async Task<IResult> ProposeAsync(
        AssessmentKey key,
        AssessmentContent content,
        Caller caller,
        AssessmentReader reader,
        AssessmentSteps steps,
        CancellationToken ct
    ) =>
        await reader.FindAsync(key, caller, ct) is not { } seen
            ? Findings.Nothing()
            : AnswerTo(await steps.TakeAsync(new(key, new AssessmentCommand.Propose(caller.Person, content)), ct), seen, null, null);

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
                seen,
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
                seen,
                new AssessmentCommand.Review(caller.Person, seen.As, made.Result, made.Notes, made.NextReview),
                null,
                once,
                steps,
                clock,
                ct
            );

    private static async Task<IResult> TakeAsync(
        AssessmentKey key,
        SeenAssessment seen,
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
            Also = once is null ? null : done => [new Operation.Create(KeptAnswer.Keep(once, AnswerTo(done, seen), now))],
        };
        return AnswerTo(await steps.TakeAsync(step, ct), seen, read, once);
    }

    private static IResult AnswerTo(AssessmentResult result, SeenAssessment seen, IfMatch? read, IdempotencyKey? once) =>
        result switch
        {
            AssessmentResult.Done done => AnswerTo(done, seen),
            AssessmentResult.TakenBefore before => KeptAnswer.Again(once!, before.Document),
            AssessmentResult.Stale stale => read!.Refuses(stale.Revision)!,
            AssessmentResult.Refused refused => Findings.Refuse(refused.Findings),
            _ => Findings.Nothing(),
        };

    private static Answer AnswerTo(AssessmentResult.Done done, SeenAssessment seen) =>
        Answer.Ok(seen.Shows(done.Assessment), done.Revision);
}
