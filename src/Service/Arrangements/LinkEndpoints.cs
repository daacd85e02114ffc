using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Links;

namespace OneToOne.Service.Arrangements;

/// <summary>Whose link is to be sent again.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record LinkWantedAgain(PersonId Person, LinkPurpose Purpose);

/// <summary>Mailed links of an arrangement, as staff see to them.</summary>
internal static class LinkEndpoints
{
    private static readonly Finding NoSuchLink = new(
        "link",
        DutyKind.Hard,
        "This person has no such link that anything still waits for.",
        "Name somebody whom the arrangement has mailed for this purpose, and who has not answered yet; or somebody who approved it and can still take that back."
    );

    private static readonly Finding SentJustNow = new(
        "link",
        DutyKind.Hard,
        "This link was sent to this person a moment ago.",
        $"Wait {LinkAgain.Pause.TotalMinutes:0} minutes before it is sent once more; or telephone them."
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/arrangements/{id}/links", SendAsync)
            .RequireAuthorization(Access.Staff)
            .WithTags("Arrangements")
            .WithSummary(
                "Send somebody's link again: with its code, or with a new one when the old was locked; whoever approved gets the one by which they can take it back. For managers and who asked for the arrangement."
            )
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> SendAsync(
        ArrangementId id,
        LinkWantedAgain wanted,
        Caller caller,
        ArrangementReader reader,
        LinkAgain links,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await reader.FindAsync(id, caller, ct) is not { } seen)
            return Findings.Nothing();
        var facts = seen.Facts;
        if (seen.State.RequestedBy != caller.Person && !Authority.AnswersFor(facts.Actor!, facts.Home, facts.Worker, clock.GetUtcNow()))
            return Refusal.Of(
                StatusCodes.Status403Forbidden,
                "A link is sent again by a manager of the home or by who asked for the arrangement; ask one of them."
            );
        var sent = facts.Child.IsBarred(wanted.Person)
            ? LinkSent.Nothing
            : await links.SendAsync(id, wanted.Purpose, wanted.Person, caller.Person, ct);
        return sent switch
        {
            LinkSent.Queued => TypedResults.Accepted((string?)null),
            LinkSent.TooSoon => Refusal.Of(StatusCodes.Status409Conflict, SentJustNow),
            _ => Refusal.Of(StatusCodes.Status409Conflict, NoSuchLink),
        };
    }
}
