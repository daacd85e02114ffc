using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Sessions;

/// <summary>The link by which a worker who declined records how it was explained to the young person (L-26).</summary>
internal static class ExplainLink
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapLink(
            LinkPurpose.Explain,
            new("", (visit, form, _, _) => Task.FromResult(Page(visit, form, FormErrors.None))),
            new("explain", ExplainAsync)
        );

    private static async Task<IResult> ExplainAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        if (visit.Arrangement.Phase is not Phase.AwaitingExplanation)
            return Page(visit, form, FormErrors.None);
        var explain = ExplainAnswers.Read(form);
        if (form.Errors.Any)
            return Page(visit, form, form.Errors);
        var (after, refused) = await desk.TakeAsync(visit, explain, ct);
        return after is null ? LinkResults.Nothing() : Page(after, form, LinkResults.Faults(refused));
    }

    private static IResult Page(Visit visit, SentForm form, FormErrors errors) => LinkResults.Opened<ExplainPage>(visit, form, errors);
}
