using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Drills;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Drills;

using Act = Func<DrillVisit, SentForm, CancellationToken, Task<IResult>>;

/// <summary>The link by which somebody takes a drill on and says what they would have done.</summary>
internal static class DrillLink
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "", _ => (visit, form, _) => Task.FromResult(Page(visit, form, FormErrors.None)));
        Map(routes, "acknowledge", desk => (visit, form, ct) => TakeAsync(visit, new DrillCommand.Acknowledge(), form, desk, ct));
        Map(routes, "outcome", desk => (visit, form, ct) => RecordAsync(visit, form, desk, ct));
    }

    private static void Map(IEndpointRouteBuilder routes, string name, Func<DrillDesk, Act> act) =>
        routes.MapRecordLink<DrillDesk, DrillVisit>(LinkPurpose.Drill, name, act);

    private static Task<IResult> RecordAsync(DrillVisit visit, SentForm form, DrillDesk desk, CancellationToken ct)
    {
        var note = form.Words("note", "Say in a few words what you would have done.");
        return form.Errors.Any && visit.Drill.IsOpen
            ? Task.FromResult(Page(visit, form, form.Errors))
            : TakeAsync(visit, new DrillCommand.RecordOutcome(note), form, desk, ct);
    }

    private static async Task<IResult> TakeAsync(
        DrillVisit visit,
        DrillCommand command,
        SentForm form,
        DrillDesk desk,
        CancellationToken ct
    )
    {
        var (after, refused) = await desk.TakeAsync(visit, command, ct);
        // What has ended in between, the page says by itself.
        return after is null
            ? LinkResults.Nothing()
            : Page(after, form, after.Drill.IsOpen ? LinkResults.Faults(refused, ("note", "note")) : FormErrors.None);
    }

    private static IResult Page(DrillVisit visit, SentForm form, FormErrors errors) => LinkResults.Opened<DrillPage>(visit, form, errors);
}
