using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OneToOne.Service.Http;

/// <summary>Marks an endpoint that a child's safety hangs on: whatever form a request has, it is heard.</summary>
internal sealed class HeardAnyway
{
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
}
