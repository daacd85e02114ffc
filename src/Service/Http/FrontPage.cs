using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OneToOne.Service.Pages;

namespace OneToOne.Service.Http;

/// <summary><c>/</c>: what runs here and where to go.</summary>
internal static class FrontPage
{
    private const string Description =
        "OneToOne keeps one-to-one time with a child safe: it is requested, judged, agreed, told about, watched over and written up here.";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", Show).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();

    private static IResult Show(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? new RazorComponentResult<FrontView>(new { Description })
            : TypedResults.Json(new Place("OneToOne", Description, "/api", "/openapi/v1.json", "/health/live", "/health/ready"));

    private sealed record Place(string Name, string Description, string Api, string OpenApi, string Live, string Ready);
}
