using System.Net;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>Which failures of the client are the service's, and what is said of them: a status, and never what a document holds.</summary>
internal static class CosmosFault
{
    // "Not found", but of the whole container.
    private const string ContainerMissing = "1003";
    private const HttpStatusCode RetryWith = (HttpStatusCode)449;

    /// <summary>Whether the service could not be reached, did not answer in time, or the host could not sign in.</summary>
    public static bool IsIts(Exception exception) =>
        exception is CosmosException or HttpRequestException or IOException or OperationCanceledException or AuthenticationFailedException;

    /// <summary>Whether asking again may help. What became of a write is then unknown.</summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.Gone or RetryWith or >= HttpStatusCode.InternalServerError;

    /// <summary>Whether the item is not there, as opposed to the container.</summary>
    public static bool IsAbsent(ResponseMessage answer) => IsAbsent(answer.StatusCode, answer.Headers);

    /// <inheritdoc cref="IsAbsent(ResponseMessage)"/>
    public static bool IsAbsent(HttpStatusCode status, Headers headers) =>
        status is HttpStatusCode.NotFound && headers["x-ms-substatus"] != ContainerMissing;

    public static StoreUnavailableException Of(HttpStatusCode status, Headers headers) =>
        new($"Cosmos DB answered {(int)status}, activity {headers.ActivityId}.");

    public static StoreUnavailableException Of(Exception exception) =>
        exception as StoreUnavailableException ?? new("Cosmos DB does not answer.", exception);
}
