using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Reviews;

/// <summary>The link by which a colleague reads of an unplanned start, and a manager reviews it (G-20).</summary>
internal static class ReviewLink
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapLink(
            LinkPurpose.Review,
            new LinkAct("", (visit, form, _, _) => Task.FromResult(Page(visit, form, FormErrors.None))) { ReadsPast = true },
            new LinkAct("review", ReviewAsync) { ReadsPast = true }
        );

    private static async Task<IResult> ReviewAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        var notes = form.Words("notes", "Say what you found.");
        if (form.Errors.Any)
            return Page(visit, form, MayReview(visit) ? form.Errors : FormErrors.None);
        var (after, refused) = await desk.TakeAsync(visit, new ArrangementCommand.ReviewUnplanned(notes), ct);
        return after is null ? LinkResults.Nothing() : Page(after, form, LinkResults.Faults(refused));
    }

    /// <summary>Whether the page has the form for a review.</summary>
    public static bool MayReview(Visit visit) =>
        visit.Arrangement is { OwedReview: not null, Phase: not Phase.Active }
        && Authority.AnswersFor(visit.Person, visit.Home, visit.Facts.Worker, visit.Now);

    private static IResult Page(Visit visit, SentForm form, FormErrors errors) => LinkResults.Opened<ReviewPage>(visit, form, errors);
}
