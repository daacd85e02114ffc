using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;

namespace OneToOne.Service.Assessments;

/// <summary>Assessments: read.</summary>
internal static class AssessmentReadEndpoints
{
    public static void Map(RouteGroupBuilder all)
    {
        all.MapGet("/", ListAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary(
                "A home's assessments, and its children without one; with a state, only those that are unfinished, overdue or late."
            )
            .Produces<ImmutableArray<AssessmentBrief>>();
        all.MapGet("/due", DueAsync)
            .RequireAuthorization(Access.SignedIn)
            .WithSummary("A home's assessments whose review is near or overdue, or that wait to be agreed, the most urgent first.")
            .Produces<ImmutableArray<DueAssessment>>();
        all.MapGet("/{key}", GetAsync)
            .RequireAuthorization(Access.Everybody)
            .WithSummary(
                "One assessment with its versions and reviews; its key is such as child.c1, worker.p1, pair.c1~p1 or role.p1. It can be had as it was at a moment."
            )
            .Produces<AssessmentView>();
    }

    private static async Task<IResult> ListAsync(
        HomeId home,
        LapseAsked? state,
        Caller caller,
        AssessmentList list,
        CancellationToken ct
    ) => await list.OfAsync(home, state?.Lapse, caller, ct) is { } found ? TypedResults.Ok(found) : Findings.Nothing();

    private static async Task<IResult> DueAsync(HomeId home, Caller caller, AssessmentReader reader, CancellationToken ct) =>
        await reader.DueAsync(home, caller, ct) is { } due ? TypedResults.Ok(due) : Findings.Nothing();

    // What somebody may see of it as it was is what they may see of it now.
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
        if (await reader.FindAsync(key, caller, ct) is not { Record: { } record } seen)
            return Findings.Nothing();
        if (at is not { } moment)
            return Answer.Ok(seen.Shows(record.State), record.Count);
        if (moment > clock.GetUtcNow())
            return AsOf.ToCome();
        return await past.AsOfAsync(AssessmentRecords.Kind, key.ToString(), moment, ct) is not { } last ? AsOf.NotYet()
            : last.After is { } then ? Answer.Ok(seen.ShowsPast(then))
            : AsOf.DisposedOf();
    }
}
