using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Sessions;

/// <summary>The worker's whole occasion by one link, from the start to the record of it.</summary>
internal static class SessionLink
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapLink(
            LinkPurpose.Session,
            new("", (visit, form, _, _) => Task.FromResult(Page(visit, form, FormErrors.None))),
            new("read", ReadAsync),
            new("start", StartAsync),
            new("check-in", CheckInAsync) { OneTap = true, HeardWhenBarred = true },
            new("extend", ExtendAsync),
            new("distress", DistressAsync) { NeverHeldBack = true, HeardWhenBarred = true },
            new("help", HelpAsync)
            {
                OneTap = true,
                NeverHeldBack = true,
                HeardWhenBarred = true,
            },
            new("finish", FinishAsync) { HeardWhenBarred = true },
            new("close-out", CloseOutAsync),
            new("decline", DeclineAsync),
            new("explain", ExplainAsync)
        );

    private static Task<IResult> StartAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var confirmed = form.Values("safeguard")
            .Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : -1)
            .Where(i => i >= 0)
            .Distinct();
        var answers = new StartAnswers([.. confirmed], form.Value("door") == "yes" ? true : null);
        return TakeAsync(visit, new ArrangementCommand.Start(answers), form, desk, ct);
    }

    private static async Task<IResult> ReadAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        if (!ReadAnswers.IsAsked(visit))
            return Page(visit, form, FormErrors.None);
        var read = ReadAnswers.Read(form);
        if (form.Errors.Any)
            return Page(visit, form, form.Errors);
        var (after, refused) = await desk.AcknowledgeAsync(visit, read, ct);
        return after is null
            ? LinkResults.Nothing()
            : Page(after, form, LinkResults.Faults(refused), refused.IsEmpty ? "It is noted that you have read it." : null);
    }

    private static async Task<IResult> CheckInAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var (after, refused) = await desk.TakeAsync(visit, new ArrangementCommand.CheckIn(), ct);
        return after is null ? LinkResults.Heard(refused)
            : after.Code is null ? Tapped(after, refused.IsEmpty ? "Thank you. It is noted that you are all right." : NotUnderWay)
            : Page(after, form, LinkResults.Faults(refused), refused.IsEmpty ? "It is noted that you are all right." : null);
    }

    private static async Task<IResult> HelpAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var (after, refused) = await desk.TakeAsync(visit, new ArrangementCommand.CallHelp(), ct);
        return after is null ? LinkResults.Heard(refused)
            : after.Code is null ? Tapped(after, refused.IsEmpty ? null : NotUnderWay)
            : Page(after, form, LinkResults.Faults(refused));
    }

    private static Task<IResult> DistressAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct) =>
        TakeAsync(visit, new ArrangementCommand.ReportDistress(form.Words("what")), form, desk, ct);

    // The end that the worker saw comes along, so that the same tap, repeated by a browser, does not extend twice.
    private static Task<IResult> ExtendAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        if (visit.Arrangement.Phase is not Phase.Active { Session: var session } || form.Value("until") != EndOf(session.ExpectedEnd))
            return Task.FromResult(Page(visit, form, FormErrors.None));
        var minutes = int.TryParse(form.Value("by"), NumberStyles.None, CultureInfo.InvariantCulture, out var by) ? by : 0;
        if (minutes is < 1 or > 1440)
            form.Fault("by", "Choose how much longer you need.");
        return form.Errors.Any
            ? Task.FromResult(Page(visit, form, form.Errors))
            : TakeAsync(visit, new ArrangementCommand.Extend(TimeSpan.FromMinutes(minutes)), form, desk, ct);
    }

    private static Task<IResult> FinishAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct) =>
        TakeAsync(visit, new ArrangementCommand.Finish(), form, desk, ct);

    private static Task<IResult> CloseOutAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        if (visit.Arrangement.Phase is not Phase.AwaitingCloseOut)
            return Task.FromResult(Page(visit, form, FormErrors.None));
        var record = CloseOutAnswers.Read(form, visit.Plan, visit.Session?.IsUnderAgreement is true);
        return form.Errors.Any
            ? Task.FromResult(Page(visit, form, form.Errors))
            : TakeAsync(visit, new ArrangementCommand.RecordCloseOut(record), form, desk, ct, CloseOutAnswers.Fields);
    }

    private static Task<IResult> DeclineAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        if (visit.Arrangement.Phase is not (Phase.AwaitingOverride or Phase.AwaitingApproval or Phase.Approved or Phase.Suspended))
            return Task.FromResult(Page(visit, form, FormErrors.None));
        var reason = form.Words("decline", "Say why you find it inappropriate.");
        return form.Errors.Any
            ? Task.FromResult(Page(visit, form, form.Errors))
            : TakeAsync(visit, new ArrangementCommand.DeclineByWorker(reason), form, desk, ct);
    }

    private static Task<IResult> ExplainAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        if (visit.Arrangement.Phase is not Phase.AwaitingExplanation)
            return Task.FromResult(Page(visit, form, FormErrors.None));
        var explain = ExplainAnswers.Read(form);
        return form.Errors.Any ? Task.FromResult(Page(visit, form, form.Errors)) : TakeAsync(visit, explain, form, desk, ct);
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
        return after is null
            ? LinkResults.Heard(refused)
            : Page(
                after,
                form,
                LinkResults.Faults(
                    refused,
                    [.. fields, ("safeguardsConfirmed", "safeguard"), ("doorConditionConfirmed", "door"), ("by", "by")]
                )
            );
    }

    /// <summary>How a form carries the end that its reader saw.</summary>
    internal static string EndOf(DateTimeOffset end) => end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private const string NotUnderWay =
        "This was not noted, because the time together is not under way. If you need help, telephone your senior colleague; in danger, telephone 999.";

    private static IResult Tapped(Visit visit, string? said) =>
        LinkResults.Page<TappedPage>(StatusCodes.Status200OK, (nameof(TappedPage.Visit), visit), (nameof(TappedPage.Said), said));

    private static IResult Page(Visit visit, SentForm form, FormErrors errors, string? said = null) =>
        LinkResults.Page<SessionPage>(
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            (nameof(SessionPage.Visit), visit),
            (nameof(SessionPage.Form), errors.Any ? form : SentForm.Empty),
            (nameof(SessionPage.Errors), errors),
            (nameof(SessionPage.Said), said)
        );
}
