using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Registers;

/// <summary>What the caller has read about a child, where it is kept.</summary>
/// <param name="CarePlan">The version of the care plan; null for none.</param>
/// <param name="CaseHistory">The version of the case history; null for none.</param>
public sealed record ChildDocumentsRead(int? CarePlan = null, int? CaseHistory = null);

/// <summary>What the caller has read of the organisation's guidance.</summary>
/// <param name="PhysicalContactGuidance">The version of the guidance on physical contact.</param>
public sealed record GuidanceRead(int PhysicalContactGuidance);

/// <summary>What the caller has acknowledged, each document in the version read last.</summary>
/// <param name="Acknowledgements">The acknowledgements.</param>
public sealed record Acknowledged(ImmutableArray<Acknowledgement> Acknowledgements);

/// <summary>What workers have read, said by themselves: nobody says it for another.</summary>
internal static class AcknowledgementEndpoints
{
    private static readonly Finding Own = new(
        "who",
        DutyKind.Hard,
        "Nobody says for another what they have read.",
        "Acknowledge your own reading; have the other person acknowledge theirs, here or on the page that their mail leads to.",
        "id"
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        Describe(
            routes.MapPost("/api/children/{id}/acknowledgements", ReadAboutChildAsync),
            "The caller has read the current care plan or case history of a child (L-30)."
        );
        Describe(
            routes.MapPost("/api/people/{id}/acknowledgements", ReadGuidanceAsync),
            "The caller has read the current guidance on physical contact (L-32); only for themselves."
        );
    }

    private static void Describe(RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .RequireAuthorization(Access.Staff)
            .WithTags("Registers")
            .WithSummary(summary)
            .Produces<Acknowledged>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ReadAboutChildAsync(
        ChildId id,
        ChildDocumentsRead read,
        Caller caller,
        Acknowledging acknowledging,
        RegisterReader registers,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!await WorksWithAsync(id, caller, registers, clock, ct))
            return Findings.Nothing();
        var (after, findings) = await acknowledging.OfChildAsync(id, caller.Person, read.CarePlan, read.CaseHistory, ct);
        return after is null ? Findings.Nothing()
            : !findings.IsEmpty ? Findings.Refuse(findings)
            : Answer.Ok(new Acknowledged([.. after.CarePlanRead.Concat(after.CaseHistoryRead).Where(one => one.By == caller.Person)]));
    }

    private static async Task<IResult> ReadGuidanceAsync(
        PersonId id,
        GuidanceRead read,
        Caller caller,
        Acknowledging acknowledging,
        CancellationToken ct
    )
    {
        if (id != caller.Person)
            return Findings.Refuse([Own]);
        var (after, stale) = await acknowledging.OfGuidanceAsync(id, read.PhysicalContactGuidance, ct);
        return after is null ? Findings.Nothing()
            : stale is not null ? Findings.Refuse([stale])
            : Answer.Ok(new Acknowledged(after.ContactGuidanceRead is { } one ? [one] : []));
    }

    private static async Task<bool> WorksWithAsync(
        ChildId id,
        Caller caller,
        RegisterReader registers,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await registers.PersonAsync(caller.Person, ct) is { } person
        && await registers.ChildAsync(id, ct) is { } child
        && await registers.HomeAsync(child.Home, ct) is { } home
        && Sights.Of(caller, person, child, home, null, clock.GetUtcNow()) is Sight.Colleague or Sight.Head;
}
