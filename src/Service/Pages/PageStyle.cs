using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OneToOne.Service.Pages;

/// <summary>The one style sheet, from this very server, so that the content policy needs to allow nothing inline and nothing foreign.</summary>
internal static class PageStyle
{
    /// <summary>The sheet.</summary>
    public static readonly string Css = Read();

    /// <summary>Where pages find it; changes with its content, so that a browser may keep it.</summary>
    public static readonly string Path = $"/style.css?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))[..8]}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/style.css", Show).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();

    private static IResult Show(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Text(Css, "text/css; charset=utf-8", Encoding.UTF8);
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream("style.css")!);
        return reader.ReadToEnd();
    }
}
