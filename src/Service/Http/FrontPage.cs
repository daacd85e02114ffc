using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

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
            ? TypedResults.Text(Html, "text/html; charset=utf-8", Encoding.UTF8)
            : TypedResults.Json(new Place("OneToOne", Description, "/api", "/openapi/v1.json", "/health/live", "/health/ready"));

    private sealed record Place(string Name, string Description, string Api, string OpenApi, string Live, string Ready);

    private const string Html = $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>OneToOne</title></head>
        <body>
        <main>
        <h1>OneToOne</h1>
        <p>{Description}</p>
        <ul>
        <li>You got a mail from here? Open the link in it. There is nothing else to do on this page.</li>
        <li>You write a client? Everything is under <code>/api</code>, with a bearer token; <a href="/openapi/v1.json">its description</a>.</li>
        <li>You run this server? <a href="/health/ready">Is it ready?</a></li>
        </ul>
        </main>
        </body>
        </html>

        """;
}
