using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Approvals;

/// <summary>The link by which a manager, parent, carer or placing authority approves or refuses.</summary>
internal static class ApprovalLink
{
    private const string SayWhy = "Say why you refuse, so that those who asked can understand.";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapLink(LinkPurpose.Approve, new("", ShowAsync), new("decide", DecideAsync), new("refuse", RefuseAsync));

    private static Task<IResult> ShowAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct) =>
        Task.FromResult(Page(visit, form, FormErrors.None));

    private static async Task<IResult> DecideAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        switch (form.Value("decision"))
        {
            case "approve":
                return await TakeAsync(visit, new ArrangementCommand.Approve(visit.Link.Digest ?? "", form.YesNo("clear")), form, desk, ct);
            case "refuse":
                return await RefuseAsync(visit, form, desk, ct);
            default:
                return Page(visit, form, Waits(visit) ? new(new FieldError("decision", "Choose yes or no.")) : FormErrors.None);
        }
    }

    private static async Task<IResult> RefuseAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var reason = form.Words("reason", SayWhy);
        return form.Errors.Any
            ? Page(visit, form, visit.Arrangement.ApprovalRound is null ? FormErrors.None : form.Errors)
            : await TakeAsync(visit, new ArrangementCommand.Refuse(visit.Link.Digest ?? "", reason), form, desk, ct);
    }

    private static async Task<IResult> TakeAsync(
        Visit visit,
        ArrangementCommand command,
        SentForm form,
        LinkDesk desk,
        CancellationToken ct
    )
    {
        var (after, refused) = await desk.TakeAsync(visit, command, ct);
        return after is null ? LinkResults.Nothing() : Page(after, form, LinkResults.Faults(refused, ("reasonClear", "clear")));
    }

    /// <summary>Whether the page asks this visitor to decide.</summary>
    public static bool Waits(Visit visit) =>
        visit.Arrangement.Phase is Phase.AwaitingApproval waiting && !waiting.Round.HasApprovalOf(visit.Person.Id);

    private static IResult Page(Visit visit, SentForm form, FormErrors errors) => LinkResults.Opened<ApprovalPage>(visit, form, errors);
}
