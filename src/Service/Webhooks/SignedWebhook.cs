using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OneToOne.Service.Json;
using OneToOne.Service.Mail;

namespace OneToOne.Service.Webhooks;

/// <summary>Posts a notice to a person's webhook, signed; an SMS, pager or telephone provider hangs behind it.</summary>
/// <remarks>
/// The body is <c>{"type":"escalation","timestamp":…,"data":{"cause":…,"arrangement":…,"level":…,"link":…,"code":…}}</c>, without any
/// personal data. A drill is another type, so that no receiver takes it for an escalation:
/// <c>{"type":"escalationDrill",…,"data":{"drill":true,"id":…,"cause":…,"level":…,"link":…,"code":…}}</c>. Its headers <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c> follow the Standard Webhooks
/// specification: the signature is <c>v1,</c> and the base64 of HMAC-SHA256, with the bytes of <see cref="WebhookOptions.SigningKey"/>,
/// over <c>id.timestamp.body</c>. No redirect is followed, no proxy and no cookie is used.
/// </remarks>
public sealed class SignedWebhook : IDisposable
{
    private static readonly TimeSpan LeaveAlone = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    private readonly HttpClient client;
    private readonly SigningKey? key;
    private readonly TimeSpan timeout;
    private readonly TimeProvider time;

    /// <summary>Makes the one sender of a host.</summary>
    /// <param name="options">How to sign, and where notices may go.</param>
    /// <param name="time">The product's clock, which dates the signature.</param>
    public SignedWebhook(IOptions<WebhookOptions> options, TimeProvider time)
    {
        this.time = time;
        key = options.Value.SigningKey is { } text ? SigningKey.Read(text) : null;
        timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        client = new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ConnectCallback = new AllowedNetwork(options.Value.AllowPrivateNetworks).ConnectAsync,
            }
        );
    }

    /// <summary>Tries once.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="cancellationToken">Stops the attempt; then nobody knows whether it arrived.</param>
    /// <returns>What became of it. Faults of network and receiver are results, not exceptions.</returns>
    /// <exception cref="OperationCanceledException">The attempt was stopped.</exception>
    public async Task<DeliveryResult> PostAsync(WebhookNotice notice, CancellationToken cancellationToken)
    {
        if (key is null)
            return new DeliveryResult.Failed(true, "Webhook:SigningKey is not set");

        // Real time on purpose: a network does not follow the product's clock, which may jump.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            using var request = Request(notice, key, time.GetUtcNow());
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return Read(response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult.Failed(false, "webhook timeout");
        }
        catch (HttpRequestException e)
        {
            return e.InnerException is ForbiddenNetworkException
                ? new DeliveryResult.Failed(true, "webhook network refused")
                : new DeliveryResult.Failed(false, $"webhook {e.HttpRequestError}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static HttpRequestMessage Request(WebhookNotice notice, SigningKey key, DateTimeOffset now)
    {
        var body = notice.IsDrill
            ? JsonSerializer.Serialize(
                new Body<Rehearsed>("escalationDrill", now, new(true, notice.Record, notice.Cause, notice.Level, notice.Link, notice.Code)),
                WireFormat.Options
            )
            : JsonSerializer.Serialize(
                new Body<Data>("escalation", now, new(notice.Cause, notice.Record, notice.Level, notice.Link, notice.Code)),
                WireFormat.Options
            );
        return new(HttpMethod.Post, notice.To.Uri)
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json),
            Headers =
            {
                { "webhook-id", notice.Id },
                { "webhook-timestamp", SigningKey.Timestamp(now) },
                { "webhook-signature", key.Sign(notice.Id, now, body) },
            },
        };
    }

    private static DeliveryResult Read(HttpResponseMessage response) =>
        (int)response.StatusCode switch
        {
            >= 200 and < 300 => new DeliveryResult.Accepted(null),
            429 => new DeliveryResult.Throttled(Rest(response)),
            503 when response.Headers.RetryAfter is not null => new DeliveryResult.Throttled(Rest(response)),
            408 or >= 500 => new DeliveryResult.Failed(false, $"webhook {(int)response.StatusCode}"),
            var status => new DeliveryResult.Failed(true, $"webhook {status}"),
        };

    private static TimeSpan Rest(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var rest = asked?.Delta ?? (asked?.Date - response.Headers.Date) ?? LeaveAlone;
        return rest < TimeSpan.FromSeconds(1) ? LeaveAlone
            : rest > LongestRest ? LongestRest
            : rest;
    }

    private sealed record Body<TData>(string Type, DateTimeOffset Timestamp, TData Data);

    private sealed record Rehearsed(bool Drill, string Id, string Cause, int Level, Uri Link, string Code);

    private sealed record Data(string Cause, string Arrangement, int Level, Uri Link, string Code);
}
