using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OneToOne.Service.Http;

/// <summary>Marks an endpoint that a child's safety hangs on: whatever form a request has, it is heard.</summary>
internal sealed class HeardAnyway
{
    /// <summary>
    /// Takes in at once what is said, after routing and before anything that waits; from then on it no longer matters whether the caller is still there.
    /// </summary>
    public static void UseHearing(IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<HeardAnyway>() is not null)
                {
                    context.Request.Body = await TakeInAsync(context.Request.Body);
                    context.RequestAborted = CancellationToken.None;
                }
                await next(context);
            }
        );

    /// <summary>
    /// Reads what is said, as far as something is: a body that is missing, broken, cut off or of another kind says nothing.
    /// </summary>
    public static async ValueTask<(string What, DateTimeOffset? HappenedAt)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            if (body.RootElement.ValueKind is not JsonValueKind.Object)
                return ("", null);
            var what = body.RootElement.TryGetProperty("what", out var text) && text.ValueKind is JsonValueKind.String;
            var at = body.RootElement.TryGetProperty("happenedAt", out var moment) && moment.ValueKind is JsonValueKind.String;
            return (
                what ? text.GetString()! : "",
                at && moment.TryGetDateTimeOffset(out var happenedAt) ? happenedAt.ToUniversalTime() : null
            );
        }
        catch (Exception e) when (e is JsonException or IOException or InvalidOperationException or OperationCanceledException)
        {
            return ("", null);
        }
    }

    // As far as it came, and no further than any body is read.
    private static async Task<Stream> TakeInAsync(Stream body)
    {
        var said = new MemoryStream();
        var part = new byte[4096];
        try
        {
            while (said.Length < BodyLimit.Bytes && await body.ReadAsync(part) is > 0 and var read)
                said.Write(part, 0, read);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException) { }
        said.Position = 0;
        return said;
    }
}
