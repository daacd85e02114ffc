using Microsoft.AspNetCore.Http;
using OneToOne.Service.Store;

namespace OneToOne.Service.Http.Idempotency;

/// <summary>
/// What makes a repeated POST recognisable: the caller's <c>Idempotency-Key</c>, and a fingerprint of what was asked under it. An endpoint
/// asks for it as a nullable parameter.
/// </summary>
/// <param name="Id">A hash of the caller and their key: one caller never meets another's answers.</param>
/// <param name="Fingerprint">A hash of the method, the path and the body.</param>
public sealed record IdempotencyKey(string Id, string Fingerprint)
{
    /// <summary>The header's name.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>How long a key and its answer are kept.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromHours(24);

    /// <summary>Where the answer to a step is kept: beside what the step changed, so that both are one commit.</summary>
    /// <param name="partition">The partition that the step commits to.</param>
    /// <returns>The document's address.</returns>
    public DocumentKey In(string partition) => new(partition, DocumentTypes.Idempotency, Id);

    /// <summary>Gives an endpoint the key of its request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The key; <see langword="null"/> when the client sent none.</returns>
    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext context) => new(context.Features.Get<IdempotencyKey>());
}
