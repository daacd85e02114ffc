using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Service.Http;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Approvals;
using OneToOne.Service.Pages.Concerns;
using OneToOne.Service.Pages.Drills;
using OneToOne.Service.Pages.Escalations;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Notices;
using OneToOne.Service.Pages.Overrides;
using OneToOne.Service.Pages.Reviews;
using OneToOne.Service.Pages.Sessions;

namespace OneToOne.Service.Pages.Visits;

/// <summary>
/// The addresses of mailed links. Anybody may call them: the sealed token says whose they are, and the mail's code opens them. There is no
/// cookie that a foreign page could misuse, so that antiforgery has nothing to protect and is switched off on purpose.
/// </summary>
internal static class LinkRoutes
{
    private static readonly string[] Looking = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Anything = [.. Looking, HttpMethods.Post];

    public static void Map(IEndpointRouteBuilder routes)
    {
        ApprovalLink.Map(routes);
        NoticeLink.Map(routes);
        SessionLink.Map(routes);
        OverrideLink.Map(routes);
        EscalationLink.Map(routes);
        ExplainLink.Map(routes);
        ReviewLink.Map(routes);
        DrillLink.Map(routes);
        ConcernLink.Map(routes);
        Open(routes.MapMethods($"{LinkUrls.Prefix}/{{**rest}}", Anything, LinkResults.Nothing));
    }

    /// <summary>Maps one purpose. GET and HEAD show the door and change nothing, at whichever of its addresses.</summary>
    public static void MapLink(this IEndpointRouteBuilder routes, LinkPurpose purpose, params LinkAct[] acts)
    {
        foreach (var act in acts)
        {
            var word = purpose.Word();
            var route = RouteOf(word, act.Name);
            Open(
                routes.MapMethods(
                    route,
                    Looking,
                    (string token, HttpRequest request, LinkDesk desk, CancellationToken ct) =>
                        desk.LookAsync(purpose, token, PathOf(request, word, token), ct)
                )
            );
            var post = Open(
                routes.MapPost(
                    route,
                    // What was sent is done: whoever has lost the connection since may have called for help.
                    async (string token, HttpRequest request, LinkDesk desk) =>
                        await desk.OpenAsync(
                            purpose,
                            token,
                            PathOf(request, word, token),
                            await ReadAsync(request),
                            act,
                            CancellationToken.None
                        )
                )
            );
            if (act.NeverHeldBack)
                post.WithMetadata(new HeardAnyway()).DisableRateLimiting();
        }
    }

    /// <summary>Maps one act behind the link of a record that is no arrangement. GET and HEAD show the door and change nothing.</summary>
    public static void MapRecordLink<TDesk, TVisit>(
        this IEndpointRouteBuilder routes,
        LinkPurpose purpose,
        string name,
        Func<TDesk, Func<TVisit, SentForm, CancellationToken, Task<IResult>>> act
    )
        where TDesk : RecordDesk<TVisit>
        where TVisit : RecordVisit
    {
        var word = purpose.Word();
        var route = RouteOf(word, name);
        Open(
            routes.MapMethods(
                route,
                Looking,
                (string token, HttpRequest request, TDesk desk, CancellationToken ct) =>
                    desk.LookAsync(token, PathOf(request, word, token), ct)
            )
        );
        Open(
            routes.MapPost(
                route,
                async (string token, HttpRequest request, TDesk desk) =>
                    await desk.OpenAsync(token, PathOf(request, word, token), await ReadAsync(request), act(desk), CancellationToken.None)
            )
        );
    }

    private static string RouteOf(string word, string act) =>
        act.Length == 0 ? $"{LinkUrls.Prefix}/{word}/{{token}}" : $"{LinkUrls.Prefix}/{word}/{{token}}/{act}";

    private static RouteHandlerBuilder Open(RouteHandlerBuilder endpoint) =>
        endpoint.AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static string PathOf(HttpRequest request, string word, string token) => $"{request.PathBase}{LinkUrls.Prefix}/{word}/{token}";

    // What is no form, or was cut off, is a form with nothing in it: it opens nothing and counts nothing, and one tap needs no more.
    private static async Task<SentForm> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? new(await request.ReadFormAsync(request.HttpContext.RequestAborted)) : SentForm.Empty;
        }
        catch (Exception e) when (e is InvalidDataException || request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return SentForm.Empty;
        }
    }
}
