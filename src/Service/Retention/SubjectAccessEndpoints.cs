using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Retention;

/// <summary>Subject access: everything that is held about a child, for a head to go through before it is handed out.</summary>
internal static class SubjectAccessEndpoints
{
    private static readonly Finding HasPart = new(
        "who",
        DutyKind.Hard,
        "Everything held about a child is taken by a head who has no part of their own in what is recorded.",
        "Ask another homes or service manager of the home."
    );

    private static readonly Finding Unreadable = new(
        "retention",
        DutyKind.Hard,
        "Something held about this child cannot be read: a newer version of the program has written to it.",
        "Take it once the program has been brought up to date; a part would pass for the whole."
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/children/{id}/subject-access", GetAsync)
            .RequireAuthorization(Access.Staff)
            .WithTags("Retention")
            .WithSummary(
                "Everything held about a child, each value that may be about somebody else marked with thirdParty, and none left out but concerns about whoever takes it; for the heads of the home. That it was taken is recorded first."
            )
            .Produces<JsonObject>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> GetAsync(
        ChildId id,
        Caller caller,
        RegisterReader registers,
        SubjectAccess access,
        ChildsRecords held,
        Ledger ledger,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (
            await registers.ChildAsync(id, ct) is not { } child
            || await registers.HomeAsync(child.Home, ct) is not { } home
            || await registers.PersonAsync(caller.Person, ct) is not { } person
            || Sights.Of(caller, person, child, home, null, now) is not (var sight and not Sight.None)
        )
            return Findings.Nothing();
        if (sight is not Sight.Head)
            return Refusal.Of(
                StatusCodes.Status403Forbidden,
                "Subject access is for the home's homes and service managers; ask one of them."
            );
        JsonArray records;
        try
        {
            if (await held.HasPartAsync(id, caller.Person, ct))
                return Findings.Refuse([HasPart]);
            records = await access.GatherAsync(child, caller.Person, ct);
        }
        catch (JsonException)
        {
            return Refusal.Of(StatusCodes.Status409Conflict, Unreadable);
        }
        var taken = new SubjectAccessTaken(Guid.NewGuid().ToString("N"), id, caller.Person, now, records.Count);
        await SubjectAccessRecords.KeepAsync(ledger, taken);
        return Answer.Ok(
            new JsonObject
            {
                ["child"] = id.Value,
                ["export"] = taken.Id,
                ["takenAt"] = now,
                ["notice"] =
                    "Every value under thirdParty may be about somebody else. Go through them, and redact what may not be handed out, before this leaves the home.",
                // Always said: otherwise it would tell that there is one.
                ["leftOut"] =
                    "Concerns about whoever takes this are never in it, and nobody can tell from it whether there are any. Another homes or service manager can take the whole.",
                ["records"] = records,
            }
        );
    }
}
