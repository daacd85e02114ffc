using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Concerns;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Concerns;

using Act = Func<ConcernVisit, SentForm, CancellationToken, Task<IResult>>;

/// <summary>The link by which a manager reads a concern, takes it on, says whether it is referred, and records what came of it.</summary>
internal static class ConcernLink
{
    /// <summary>The field that holds what the sender has read: nobody decides on a concern without what was added to it meanwhile.</summary>
    public const string Read = "read";

    private static readonly FormErrors Changed = new(
        new FieldError(
            "",
            "Something was said about this since you opened the page. It stands above: read it, and then send your answer again."
        )
    );

    private static readonly (string, string)[] Fields =
    [
        .. new[] { "meetsThreshold", "referred", "to", "reason", "what" }.Select(field => (field, field)),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "", _ => (visit, form, _) => Task.FromResult(Page(visit, form, FormErrors.None)));
        Map(routes, "acknowledge", desk => (visit, form, ct) => TakeAsync(visit, new ConcernCommand.Acknowledge(), form, desk, ct));
        Map(routes, "refer", desk => (visit, form, ct) => ReferAsync(visit, form, desk, ct));
        Map(routes, "outcome", desk => (visit, form, ct) => CloseAsync(visit, form, desk, ct));
    }

    private static void Map(IEndpointRouteBuilder routes, string name, Func<ConcernDesk, Act> act) =>
        routes.MapRecordLink<ConcernDesk, ConcernVisit>(LinkPurpose.Concern, name, act);

    private static Task<IResult> ReferAsync(ConcernVisit visit, SentForm form, ConcernDesk desk, CancellationToken ct)
    {
        var meets = form.YesNo("meetsThreshold", "Say whether it meets the harm threshold.");
        var referred = form.YesNo("referred", "Say whether it is referred.");
        var to = form.Words("to");
        var reason = form.Words("reason", "Say why it is referred, or why not.");
        return form.Errors.Any
            ? Task.FromResult(Page(visit, form, form.Errors))
            : TakeAsync(visit, new ConcernCommand.DecideReferral(meets, referred, to, reason), form, desk, ct);
    }

    private static Task<IResult> CloseAsync(ConcernVisit visit, SentForm form, ConcernDesk desk, CancellationToken ct)
    {
        var what = form.Words("what", "Say what came of it.");
        return form.Errors.Any
            ? Task.FromResult(Page(visit, form, form.Errors))
            : TakeAsync(visit, new ConcernCommand.Close(what), form, desk, ct);
    }

    private static async Task<IResult> TakeAsync(
        ConcernVisit visit,
        ConcernCommand command,
        SentForm form,
        ConcernDesk desk,
        CancellationToken ct
    )
    {
        var (after, result) = await desk.TakeAsync(visit, command, form.Value(Read), ct);
        return after is null
            ? LinkResults.Nothing()
            : Page(
                after,
                form,
                result switch
                {
                    ConcernResult.Stale => Changed,
                    ConcernResult.Refused refused => LinkResults.Faults(refused.Findings, Fields),
                    _ => FormErrors.None,
                }
            );
    }

    private static IResult Page(ConcernVisit visit, SentForm form, FormErrors errors) =>
        LinkResults.Opened<ConcernPage>(visit, form, errors);
}
