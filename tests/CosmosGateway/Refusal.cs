using System.Net;

namespace OneToOne.CosmosGateway;

/// <summary>What the account answers instead of doing what it was asked.</summary>
internal sealed class Refusal(HttpStatusCode status, string message, int subStatus = 0) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public int SubStatus { get; } = subStatus;

    public static Refusal Bad(string message) => new(HttpStatusCode.BadRequest, message);

    /// <summary>The real account can do this; the product has no need of it, so the gateway was never taught to.</summary>
    public static Refusal NotBuilt(string what) => new(HttpStatusCode.NotImplemented, $"The gateway does not know {what}.");

    public static Refusal NotFound() => new(HttpStatusCode.NotFound, "There is no such resource.");

    /// <summary>The container or the database of what was asked for is not there.</summary>
    public static Refusal NoOwner() => new(HttpStatusCode.NotFound, "Owner resource does not exist.", subStatus: 1003);

    public static Refusal Conflict() => new(HttpStatusCode.Conflict, "A resource with this id is there already.");

    public static Refusal Precondition() => new(HttpStatusCode.PreconditionFailed, "The stored version is another.");

    public static Refusal TooLarge(string message) => new(HttpStatusCode.RequestEntityTooLarge, message);
}
