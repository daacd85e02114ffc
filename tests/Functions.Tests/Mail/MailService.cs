using System.Net;
using System.Text;
using Azure.Communication.Email;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OneToOne.Functions.Mail;
using OneToOne.Service.Mail;

namespace OneToOne.Functions.Tests.Mail;

/// <summary>What Communication Services does, as far as mails need it, under the real client: it takes mails and knows their operations.</summary>
internal sealed class MailService : HttpMessageHandler
{
    private static readonly Guid Operation = new("7d5a0b52-3c1e-4f0a-9a57-2f4e6b8c1d90");

    private readonly Dictionary<string, string> operations = [];

    /// <summary>What came, in order: method, path, and the operation id of a mail.</summary>
    public List<(string Method, string Path, string? Operation)> Asked { get; } = [];

    /// <summary>The mails as they came.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>How mails are signed for.</summary>
    public string? Authorization { get; private set; }

    /// <summary>Answers a request in place of the service; null lets the service answer.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>> Instead { get; set; } =
        (_, _) => Task.FromResult<HttpResponseMessage?>(null);

    public AzureMailTransport Transport()
    {
        var options = new EmailClientOptions { Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)) };
        var client = AzureMailServices.Connect(new("https://home.communication.example"), new Token(), options);
        return new(
            client,
            Options.Create(new AzureMailOptions { From = "one-to-one@home.example" }),
            new Noon(),
            NullLogger<AzureMailTransport>.Instance
        );
    }

    public static MailMessage Written(string id = "arrangement.a.4.0") =>
        new(id, new("sam@example.org"), "Somebody must look", "Plain", "<!DOCTYPE html><p>Html</p>") { Operation = Operation };

    /// <summary>Lets the operation be known.</summary>
    public void Knows(string status, string? error = null) => operations[$"{Operation}"] = Body(status, error);

    /// <summary>Answers every request so.</summary>
    public void Answers(HttpStatusCode status, string? code = null, params (string Name, string Value)[] headers) =>
        Instead = (_, _) =>
        {
            var answer = Json(
                status,
                code is null ? "{}" : $$"""{ "error": { "code": "{{code}}", "message": "about sam@example.org" } }"""
            );
            foreach (var (name, value) in headers)
                answer.Headers.TryAddWithoutValidation(name, value);
            return Task.FromResult<HttpResponseMessage?>(answer);
        };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = request.Headers.TryGetValues("Operation-Id", out var values) ? values.Single() : null;
        Asked.Add((request.Method.Method, request.RequestUri!.AbsolutePath, operation));
        Authorization = request.Headers.Authorization?.ToString();
        if (await Instead(request, cancellationToken) is { } instead)
            return instead;
        if (request.Method == HttpMethod.Post)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            operations[operation!] = Body("Running", null);
            return Json(HttpStatusCode.Accepted, $$"""{"id":"{{operation}}","status":"Running"}""");
        }
        return operations.TryGetValue(request.RequestUri.Segments[^1], out var known)
            ? Json(HttpStatusCode.OK, known)
            : Json(HttpStatusCode.NotFound, """{"error":{"code":"NotFound","message":"no such operation"}}""");
    }

    private static string Body(string status, string? error) =>
        error is null
            ? $$"""{"id":"x","status":"{{status}}"}"""
            : $$"""{ "id": "x", "status": "{{status}}", "error": { "code": "{{error}}", "message": "m" } }""";

    private static HttpResponseMessage Json(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private sealed class Token : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("a-token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
