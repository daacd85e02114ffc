using System.Net;
using System.Text.Json;
using OneToOne.Service.Json;

namespace OneToOne.Standalone.Tests.Support;

/// <summary>An answer of the API, read to its end.</summary>
internal sealed record Reply(HttpStatusCode Status, string? ETag, Uri? Location, string Text)
{
    public static async Task<Reply> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            return new(
                answer.StatusCode,
                answer.Headers.ETag?.ToString(),
                answer.Headers.Location,
                await answer.Content.ReadAsStringAsync()
            );
    }

    /// <summary>The ids of the findings in the problem details.</summary>
    public string[] Findings => [.. Problems.Select(finding => finding.GetProperty("id").GetString()!)];

    /// <summary>The fields that the findings name.</summary>
    public string?[] Fields => [.. Problems.Select(f => f.TryGetProperty("field", out var path) ? path.GetString() : null)];

    private IEnumerable<JsonElement> Problems => Json.TryGetProperty("findings", out var all) ? all.EnumerateArray() : [];

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public T As<T>() => JsonSerializer.Deserialize<T>(Text, WireFormat.Options)!;

    /// <summary>The answer, which must have this status.</summary>
    public Reply Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)status} was expected, {(int)Status} was answered: {Text}");
        return this;
    }

    /// <summary>The answer, which must be a refusal with this status and finding.</summary>
    public Reply IsRefused(HttpStatusCode status, string finding)
    {
        Is(status);
        Assert.Contains(finding, Findings);
        return this;
    }

    /// <summary>The answer, which must say yes.</summary>
    public Reply IsDone()
    {
        Assert.True((int)Status is 200 or 201, $"It was refused with {(int)Status}: {Text}");
        return this;
    }
}
