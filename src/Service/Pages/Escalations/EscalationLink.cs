using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Sessions;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Escalations;

/// <summary>The link by which somebody takes an escalation on and records how it ended, or records what is late.</summary>
internal static class EscalationLink
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapLink(
            LinkPurpose.Escalation,
            new LinkAct("", (visit, form, _, _) => Task.FromResult(Page(visit, form, FormErrors.None))) { ReadsPast = true },
            new LinkAct("acknowledge", AcknowledgeAsync) { ReadsPast = true, NeverHeldBack = true },
            new LinkAct("outcome", RecordAsync) { ReadsPast = true, NeverHeldBack = true },
            new LinkAct("close-out", CloseOutAsync) { ReadsPast = true },
            new LinkAct("explain", ExplainAsync) { ReadsPast = true },
            new LinkAct("review", ReviewAsync) { ReadsPast = true }
        );

    /// <summary>The escalation that a link is about.</summary>
    public static EscalationCause CauseOf(LinkRecord link) =>
        Enum.GetValues<EscalationCause>().First(cause => JsonNamingPolicy.CamelCase.ConvertName(cause.ToString()) == link.About);

    private static Task<IResult> AcknowledgeAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct) =>
        TakeAsync(visit, new ArrangementCommand.Acknowledge(CauseOf(visit.Link)), form, desk, ct);

    private static Task<IResult> RecordAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var outcome = form.One<EscalationOutcome>("outcome", "Choose how it ended.");
        var note = form.Words("note", "Say in a few words what you did and saw.");
        return form.Errors.Any
            ? Task.FromResult(Page(visit, form, FaultsOf(visit, form)))
            : TakeAsync(visit, new ArrangementCommand.RecordOutcome(CauseOf(visit.Link), outcome!.Value, note), form, desk, ct);
    }

    private static Task<IResult> CloseOutAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var record = CloseOutAnswers.Read(form, visit.Plan, visit.Session?.IsUnderAgreement is true);
        return form.Errors.Any
            ? Task.FromResult(Page(visit, form, FaultsOf(visit, form)))
            : TakeAsync(visit, new ArrangementCommand.RecordCloseOut(record), form, desk, ct, CloseOutAnswers.Fields);
    }

    private static Task<IResult> ExplainAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var explain = ExplainAnswers.Read(form);
        return form.Errors.Any ? Task.FromResult(Page(visit, form, FaultsOf(visit, form))) : TakeAsync(visit, explain, form, desk, ct);
    }

    private static Task<IResult> ReviewAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var notes = form.Words("notes", "Say what you found.");
        return form.Errors.Any
            ? Task.FromResult(Page(visit, form, FaultsOf(visit, form)))
            : TakeAsync(visit, new ArrangementCommand.ReviewUnplanned(notes), form, desk, ct);
    }

    private static async Task<IResult> TakeAsync(
        Visit visit,
        ArrangementCommand command,
        SentForm form,
        LinkDesk desk,
        CancellationToken ct,
        params (string, string)[] fields
    )
    {
        var (after, refused) = await desk.TakeAsync(visit, command, ct);
        // What has ended in between, the page says by itself.
        return after is null ? LinkResults.Nothing()
            : after.Arrangement.EscalationOf(CauseOf(after.Link)) is null ? Page(after, form, FormErrors.None)
            : Page(after, form, LinkResults.Faults(refused, [("outcome", "outcome"), ("note", "note"), .. fields]));
    }

    // What has ended in between has no form any more.
    private static FormErrors FaultsOf(Visit visit, SentForm form) =>
        visit.Arrangement.EscalationOf(CauseOf(visit.Link)) is null ? FormErrors.None : form.Errors;

    private static IResult Page(Visit visit, SentForm form, FormErrors errors) => LinkResults.Opened<EscalationPage>(visit, form, errors);
}
