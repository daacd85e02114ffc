using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Http.Idempotency;

/// <summary>Reads the Idempotency-Key of a signed-in caller's POST. It stands after authorisation: nobody else's body is read.</summary>
internal static class IdempotencyKeys
{
    private const int MaxLength = 128;

    private static readonly Finding Malformed = new(
        "idempotencyKey",
        DutyKind.Hard,
        $"The {IdempotencyKey.Header} is not one text of 1 to {MaxLength} visible ASCII characters.",
        "Send a new random key, such as a UUID, for each thing you want done, and the same key when you ask again."
    );

    public static void UseIdempotencyKeys(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                HttpMethods.IsPost(context.Request.Method)
                && context.Request.Headers.TryGetValue(IdempotencyKey.Header, out var keys)
                && Caller.Of(context.User) is { } caller
                    ? TakeKey(context, caller, keys, next)
                    : next(context)
        );

    private static async Task TakeKey(
        HttpContext context,
        Caller caller,
        Microsoft.Extensions.Primitives.StringValues keys,
        RequestDelegate next
    )
    {
        var heardAnyway = context.GetEndpoint()?.Metadata.GetMetadata<HeardAnyway>() is not null;
        if (keys is not [{ Length: >= 1 and <= MaxLength } key] || !key.All(c => c is > ' ' and <= '~'))
        {
            if (heardAnyway)
                await next(context);
            else
                await Refusal.Of(StatusCodes.Status400BadRequest, Malformed).ExecuteAsync(context);
            return;
        }

        // Held in memory as a whole: the threshold is the limit, so that nothing personal reaches a temporary file.
        context.Request.EnableBuffering(BodyLimit.Bytes, BodyLimit.Bytes);
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Person.Value}\n{key}"));
        try
        {
            context.Features.Set(new IdempotencyKey(Base64Url.EncodeToString(id), await Fingerprint(context.Request)));
        }
        catch (Exception e) when (heardAnyway && e is IOException or OperationCanceledException)
        {
            // Cut off: nobody can ask for the same again, and it is heard.
        }
        await next(context);
    }

    private static async Task<string> Fingerprint(HttpRequest request)
    {
        var body = await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        var all = $"{request.Method} {request.Path} {Base64Url.EncodeToString(body)}";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }
}
