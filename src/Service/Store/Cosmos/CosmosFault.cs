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
    private const int Attempts = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether the service could not be reached, did not answer in time, or the host could not sign in.</summary>
    public static bool IsIts(Exception exception) =>
        exception is CosmosException or HttpRequestException or IOException or OperationCanceledException or AuthenticationFailedException;

    /// <summary>Whether asking again may help. What became of a write is then unknown.</summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.Gone or RetryWith or >= HttpStatusCode.InternalServerError;

    // The client has repeated a throttled request by itself, as long as it may.
    private static bool IsUnavailable(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests || IsPassing(status);

    /// <summary>Whether the item is not there, as opposed to the container.</summary>
    public static bool IsAbsent(ResponseMessage answer) => IsAbsent(answer.StatusCode, answer.Headers);

    /// <inheritdoc cref="IsAbsent(ResponseMessage)"/>
    public static bool IsAbsent(HttpStatusCode status, Headers headers) =>
        status is HttpStatusCode.NotFound && headers["x-ms-substatus"] != ContainerMissing;

    /// <summary>Whether a read that ended so is worth another attempt.</summary>
    public static bool IsPassing(Exception exception) =>
        exception switch
        {
            CosmosAnswerException answer => IsPassing(answer.Status),
            CosmosException answer => IsPassing(answer.StatusCode),
            _ => exception is HttpRequestException or IOException,
        };

    /// <summary>How long to wait after an attempt failed, the first being 1; <see langword="null"/> when it was the last.</summary>
    public static TimeSpan? PauseAfter(int attempt) => attempt < Attempts ? FirstPause * (1 << attempt) : null;

    public static Exception Of(HttpStatusCode status, Headers headers) => Of(new CosmosAnswerException(status, headers));

    /// <summary>What is thrown in place of the client's exception.</summary>
    /// <returns>A <see cref="StoreUnavailableException"/>, or a <see cref="StoreRefusedException"/> where asking again cannot help.</returns>
    public static Exception Of(Exception exception) =>
        exception switch
        {
            CosmosAnswerException answer when IsUnavailable(answer.Status) => new StoreUnavailableException(answer.Message),
            CosmosAnswerException answer => new StoreRefusedException(answer.Message),
            CosmosException answer when !IsUnavailable(answer.StatusCode) => new StoreRefusedException(
                new CosmosAnswerException(answer.StatusCode, answer.Headers).Message,
                answer
            ),
            _ => new StoreUnavailableException("Cosmos DB does not answer.", exception),
        };
}
