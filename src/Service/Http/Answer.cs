using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OneToOne.Service.Json;

namespace OneToOne.Service.Http;

/// <summary>The answer to a step that was done: it can be sent, and kept to be sent again word for word.</summary>
public sealed class Answer : IResult
{
    internal Answer(int status, string? location, string? etag, ReadOnlyMemory<byte> body)
    {
        Status = status;
        Location = location;
        ETag = etag;
        Body = body;
    }

    /// <summary>The status.</summary>
    public int Status { get; }

    /// <summary>Where what was created is; null when nothing was.</summary>
    public string? Location { get; }

    /// <summary>The ETag of what the body shows; null when it has none.</summary>
    public string? ETag { get; }

    /// <summary>The body, JSON in UTF-8.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>What a step left behind.</summary>
    /// <typeparam name="T">The body's type; for a closed union, the union and not the case.</typeparam>
    /// <param name="body">The body.</param>
    /// <param name="revision">Its content revision; null when it has none.</param>
    /// <returns>200 with the body.</returns>
    public static Answer Ok<T>(T body, int? revision = null) => new(StatusCodes.Status200OK, null, Tag(revision), Write(body));

    /// <summary>What a step created.</summary>
    /// <typeparam name="T">The body's type; for a closed union, the union and not the case.</typeparam>
    /// <param name="location">Where it is: a path such as <c>/api/arrangements/abc</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="revision">Its content revision; null when it has none.</param>
    /// <returns>201 with the body.</returns>
    public static Answer Created<T>(string location, T body, int? revision = null) =>
        new(StatusCodes.Status201Created, location, Tag(revision), Write(body));

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Body.Length;
        if (Location is not null)
            response.Headers.Location = Location;
        if (ETag is not null)
            response.Headers.ETag = ETag;
        await response.BodyWriter.WriteAsync(Body, httpContext.RequestAborted);
    }

    private static string? Tag(int? revision) => revision is { } number ? Revision.ETag(number) : null;

    private static byte[] Write<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, WireFormat.Options);
}
