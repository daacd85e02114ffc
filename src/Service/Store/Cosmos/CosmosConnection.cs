using Azure.Core;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>What carries the client's requests in tests; nothing that a setting could reach.</summary>
/// <param name="Handler">Answers in place of the network.</param>
internal sealed record CosmosTransport(HttpMessageHandler Handler);

/// <summary>Makes the one client of the process.</summary>
internal static class CosmosConnection
{
    // Published with the emulator and the same in all of them. It opens nothing but an emulator.
    private const string EmulatorKey = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";

    public static CosmosClient Open(CosmosOptions options, TokenCredential? credential, CosmosTransport? transport)
    {
        var endpoint = options.AccountEndpoint!;
        var settings = new CosmosClientOptions
        {
            ApplicationName = "OneToOne",
            ConnectionMode = endpoint.IsLoopback || transport is not null ? ConnectionMode.Gateway : options.ConnectionMode,
            // The client refuses an account that is weaker: a step looks at what others have just written. Emulators are, and have one client.
            ConsistencyLevel = endpoint.IsLoopback ? null : ConsistencyLevel.Strong,
            // One region: nowhere to fail over to, and a cut connection is ours to judge instead of being tried again 120 times.
            LimitToEndpoint = true,
            MaxRetryAttemptsOnRateLimitedRequests = 9,
            MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(options.TimeoutSeconds / 2),
            EnableContentResponseOnWrite = false,
        };
        if (transport is not null)
            settings.HttpClientFactory = () => new HttpClient(transport.Handler, disposeHandler: false);
        else if (endpoint.IsLoopback)
            // An emulator signs its own certificate.
            settings.ServerCertificateCustomValidationCallback = (_, _, _) => true;
        return endpoint.IsLoopback
            ? new CosmosClient(endpoint.ToString(), EmulatorKey, settings)
            // Its managed identity is named by AZURE_CLIENT_ID.
            : new CosmosClient(endpoint.ToString(), credential ?? new DefaultAzureCredential(), settings);
    }
}
