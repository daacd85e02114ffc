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
                if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                    limit.MaxRequestBodySize = Bytes;
                if (context.Request.ContentLength <= Bytes || context.Request.ContentLength is null)
                    return next(context);

                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            }
        );
}
