using System.Net;
using Microsoft.Azure.Cosmos;
using OneToOne.CosmosGateway.Faults;
using OneToOne.CosmosGateway.Http;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway;

/// <summary>
/// A Cosmos DB account in memory, behind the real client in gateway mode. It does what the product needs as strictly as the service does
/// or more so, and answers 501 to the rest.
/// </summary>
/// <param name="ranges">Into how many partition key ranges each container is cut.</param>
/// <param name="largestPage">The most documents that one range answers at once, whatever is asked.</param>
/// <param name="clock">By which documents expire; <see langword="null"/> = the system's.</param>
public sealed class InMemoryAccount(int ranges = 2, int largestPage = 1000, TimeProvider? clock = null) : HttpMessageHandler
{
    /// <summary>Where it answers.</summary>
    public static readonly Uri Address = new("https://in-memory.example/");

    /// <summary>A key of the right form; it opens nothing.</summary>
    public static readonly string Key = Convert.ToBase64String(new byte[64]);

    private readonly Service service = new(Address, new(ranges, clock ?? TimeProvider.System), largestPage);

    /// <summary>What is to go wrong.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>What was asked.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>A client of this account; each has caches of its own.</summary>
    /// <param name="options">Options to begin with; those of the connection are set here.</param>
    public CosmosClient Connect(CosmosClientOptions? options = null) => new(Address.ToString(), Key, Through(options ?? new()));

    /// <summary>Sends a client's requests here instead of over the network.</summary>
    public CosmosClientOptions Through(CosmosClientOptions options)
    {
        options.ConnectionMode = ConnectionMode.Gateway;
        options.HttpClientFactory = () => new HttpClient(this, disposeHandler: false);
        return options;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var incoming = await Incoming.ReadAsync(request, cancellationToken);
        Requests.Add(new(incoming.Kind, string.Join('/', incoming.Path.Skip(4)), incoming.Header(Http.Headers.PartitionKey)));
        return (await AnswerAsync(incoming, Faults.Take(incoming.Kind))).ToResponse(request);
    }

    private async Task<Answer> AnswerAsync(Incoming incoming, Fault? fault)
    {
        if (fault is Fault.Overtaken overtaken)
            await overtaken.Other();
        if (fault is Fault.TimedOut { Done: true } or Fault.Cut { Done: true })
            await service.AnswerAsync(incoming);
        return fault switch
        {
            Fault.Throttled throttled => Answer.Throttled(throttled.RetryAfter),
            Fault.Unavailable => Answer.Failed(HttpStatusCode.ServiceUnavailable, "The service is unavailable."),
            Fault.Refused refused => Answer.Failed(refused.Status, "The request is refused."),
            Fault.TimedOut => Answer.Failed(HttpStatusCode.RequestTimeout, "The request timed out."),
            Fault.Cut => throw new HttpRequestException("The connection was cut.", new IOException("The connection was cut.")),
            _ => await service.AnswerAsync(incoming),
        };
    }
}
