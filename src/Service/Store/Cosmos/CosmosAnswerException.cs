using System.Net;
using Microsoft.Azure.Cosmos;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>The service answered, but not with what was asked for. Stays inside the engine.</summary>
/// <param name="status">What it answered.</param>
/// <param name="headers">With the activity by which the service's own logs find it.</param>
internal sealed class CosmosAnswerException(HttpStatusCode status, Headers headers)
    : IOException(
        status is HttpStatusCode.NotFound
            ? "Cosmos DB has no such database or container."
            : $"Cosmos DB answered {(int)status}, activity {headers.ActivityId}."
    )
{
    public HttpStatusCode Status { get; } = status;
}
