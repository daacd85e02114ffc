using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Notices;

/// <summary>The link by which somebody reads what they are to know. Who is to be told has been told once it was opened with its code.</summary>
internal static class NoticeLink
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapLink(LinkPurpose.Notice, new LinkAct("", ReadAsync) { ReadsPast = true });

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

    private static bool IsToBeTold(Visit visit) =>
        visit.Plan.Inform.Contains(visit.Person.Id) && visit.Arrangement.Phase is Phase.Approved or Phase.Suspended or Phase.Active;

    private static IResult Page(Visit visit) => LinkResults.Opened<NoticePage>(visit, SentForm.Empty, FormErrors.None);
}
