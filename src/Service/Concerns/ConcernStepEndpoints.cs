using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Concerns;

/// <summary>Whether a concern is referred. Nothing has a default.</summary>
/// <param name="MeetsThreshold">Whether it meets the harm threshold.</param>
/// <param name="Referred">Whether it is referred.</param>
/// <param name="To">To whom, such as the local authority designated officer; needed when it is referred.</param>
/// <param name="Reason">Why, or why not.</param>
public sealed record ReferralMade(bool? MeetsThreshold = null, bool? Referred = null, string? To = null, string? Reason = null);

/// <summary>What came of a concern.</summary>
/// <param name="What">In words.</param>
public sealed record ConcernEnd(string? What = null);

/// <summary>What is added to a concern.</summary>
/// <param name="Text">In words.</param>
public sealed record ConcernAddition(string? Text = null);

/// <summary>What is done about a concern.</summary>
internal static class ConcernStepEndpoints
{
    public static void Map(RouteGroupBuilder one)
    {
        Describe(one.MapPost("/acknowledgement", AcknowledgeAsync), "A homes or service manager takes the concern on.");
        Describe(
            one.MapPost("/referral", ReferAsync),
            "A homes or service manager says whether it meets the harm threshold and whether it is referred, to whom, and why or why not."
        );
        Describe(one.MapPost("/outcome", CloseAsync), "A homes or service manager closes it with what came of it.");
        Describe(one.MapPost("/addenda", AddAsync), "Who raised it, or who looks into it, adds to it.");
    }

    private static void Describe(RouteHandlerBuilder route, string summary) =>
        route
            .RequireAuthorization(Access.Staff)
            .WithSummary(summary)
            .Produces<ConcernView>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> AcknowledgeAsync(ConcernId id, Caller caller, IdempotencyKey? key, CallersConcerns concerns) =>
        concerns.TakeAsync(id, new ConcernCommand.Acknowledge(), caller, key);

    private static Task<IResult> ReferAsync(
        ConcernId id,
        ReferralMade made,
        Caller caller,
        IfMatch read,
        IdempotencyKey? key,
        CallersConcerns concerns
    ) =>
        concerns.TakeAsync(
            id,
            new ConcernCommand.DecideReferral(made.MeetsThreshold, made.Referred, made.To, made.Reason),
            caller,
            key,
            read
        );

    private static Task<IResult> CloseAsync(
        ConcernId id,
        ConcernEnd end,
        Caller caller,
        IfMatch read,
        IdempotencyKey? key,
        CallersConcerns concerns
    ) => concerns.TakeAsync(id, new ConcernCommand.Close(end.What), caller, key, read);

    private static Task<IResult> AddAsync(
        ConcernId id,
        ConcernAddition added,
        Caller caller,
        IdempotencyKey? key,
        CallersConcerns concerns
    ) => concerns.TakeAsync(id, new ConcernCommand.Add(added.Text), caller, key);
}
