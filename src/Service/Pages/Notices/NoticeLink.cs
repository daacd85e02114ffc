using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Notices;

/// <summary>The link by which somebody reads what they are to know, and denies an approval that somebody else wrote down for them. Who is to be told has been told once it was opened with its code.</summary>
internal static class NoticeLink
{
    private const string NotMine = "I did not approve this.";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapLink(
            LinkPurpose.Notice,
            new LinkAct("", ReadAsync) { ReadsPast = true },
            new LinkAct("deny", DenyAsync) { ReadsPast = true }
        );

    private static async Task<IResult> ReadAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        if (!IsToBeTold(visit))
            return Page(visit);
        // Bound to what this very answer shows: a change in between is refused, and shown instead.
        var (after, _) = await desk.TakeAsync(visit, new ArrangementCommand.AcknowledgeNotice(visit.Digest), ct);
        return after is null ? LinkResults.Nothing()
            : after.IsOfOlderRound ? LinkResults.Changed(after)
            : Page(after);
    }

    private static async Task<IResult> DenyAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var more = form.Words("more");
        if (form.Errors.Any)
            return Page(visit, form, form.Errors);
        var (after, refused) = await desk.TakeAsync(
            visit,
            new ArrangementCommand.Refuse(visit.Digest, $"{NotMine} {more}".Trim(), NeverApproved: true),
            ct
        );
        return after is null ? LinkResults.Nothing() : Page(after, form, LinkResults.Faults(refused));
    }

    /// <summary>Whether somebody else wrote down this visitor's approval, and a refusal still stops it.</summary>
    public static bool MayDeny(Visit visit) =>
        visit.Arrangement.ApprovalRound?.Approvals.Any(a => a.By.Person == visit.Person.Id && a.OnBehalf is not null) == true;

    private static bool IsToBeTold(Visit visit) =>
        visit.Plan.Inform.Contains(visit.Person.Id)
        && visit.Arrangement.Phase is Phase.Approved or Phase.InForce or Phase.Suspended or Phase.Active;

    private static IResult Page(Visit visit) => Page(visit, SentForm.Empty, FormErrors.None);

    private static IResult Page(Visit visit, SentForm form, FormErrors errors) => LinkResults.Opened<NoticePage>(visit, form, errors);
}
