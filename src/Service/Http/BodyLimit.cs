using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OneToOne.Service.Http;

/// <summary>Refuses bodies that are larger than anything the product reads, whatever host is below.</summary>
internal static class BodyLimit
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int Bytes = 256 * 1024;

    public static void UseBodyLimit(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.ContentLength > Bytes)
                {
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return Task.CompletedTask;
                }

                // A body that does not say how long it is, is cut off where it grows too long.
                if (
                    context.Request.ContentLength is null
                    && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit
                )
                    limit.MaxRequestBodySize = Bytes;
                return next(context);
            }
        );
}
