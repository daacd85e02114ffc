using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OneToOne.Service.Http;

/// <summary>
/// On every answer: nothing is kept by a cache unless it says that it may, no address leaks through a referrer, and
/// a page may load nothing but this server's own style sheet and send its form nowhere else.
/// </summary>
internal static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Set when the answer starts, because an answer that is replaced by an error's loses what was set before.
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(Set, context.Response.Headers);
                return next(context);
            }
        );

    private static Task Set(object state)
    {
        var headers = (IHeaderDictionary)state;
        if (!headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return Task.CompletedTask;
    }
}
