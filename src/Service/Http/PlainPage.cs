using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Service.Links;
using OneToOne.Service.Mail;
using OneToOne.Service.Pages;

namespace OneToOne.Service.Http;

/// <summary>
/// The page for somebody in a browser when there is nothing better to show. It needs nothing: no store, no script, and no component that
/// could fail. Whoever follows a mailed link meets this instead of an error.
/// </summary>
internal static class PlainPage
{
    private static readonly PathString Links = LinkUrls.Prefix;
    private static readonly PathString Api = "/api";

    /// <summary>Whether a person reads the answer: everything under a mailed link, and whatever a browser asks outside the API.</summary>
    public static bool IsWanted(HttpRequest request) =>
        request.Path.StartsWithSegments(Links)
        || (
            !request.Path.StartsWithSegments(Api)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        );

    public static Task WriteAsync(HttpContext context)
    {
        var (title, text) = Words(context.Response.StatusCode);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Html(title, text, Banner(context)), Encoding.UTF8, context.RequestAborted);
    }

    private static (string Title, string Text) Words(int status) =>
        status switch
        {
            401 or 403 => ("This page is not open to you", "Sign in with an account that may see it, or ask who sent you here."),
            404 or 405 => (
                "There is nothing here",
                "The address may be incomplete. Open the link from your mail again, or copy all of it."
            ),
            429 => ("Too many tries in a short time", "Wait a minute, then open the link again."),
            < 500 => ("This could not be read", "Go back, check what you entered and send it again. Nothing was changed."),
            _ => ("Something went wrong on our side", "Wait a minute and try again. What was confirmed to you before is kept."),
        };

    private static string Banner(HttpContext context) =>
        context.RequestServices.GetService<MailStatus>() is { LeavesThisMachine: false }
            ? $"<p class=\"banner\">{MailStatus.Warning}</p>"
            : "";

    private static string Html(string title, string text, string banner) =>
        $"""
            <!doctype html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
            <link rel="stylesheet" href="{PageStyle.Path}"></head>
            <body>
            {banner}
            <main>
            <h1>{title}</h1>
            <p>{text}</p>
            <p>If it does not help, telephone the home. If somebody may be in danger now, telephone 999 first.</p>
            </main>
            </body>
            </html>

            """;
}
