using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OneToOne.Domain.People;

namespace OneToOne.Service.Tests.Webhooks;

/// <summary>A small real HTTP server on loopback that keeps what is posted to it, and misbehaves when told to.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<ReceivedNotice> notices = [];

    private WebhookReceiver(WebApplication app) => this.app = app;

    /// <summary>What it answers; 204 unless told otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Status(StatusCodes.Status204NoContent);

    public WebhookAddress Address => new(app.Urls.Single() + "/hook");

    public IReadOnlyList<ReceivedNotice> Notices
    {
        get
        {
            lock (gate)
                return [.. notices];
        }
    }

    public static Func<HttpContext, Task> Status(int status, params (string Name, string Value)[] headers) =>
        context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            return Task.CompletedTask;
        };

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var receiver = new WebhookReceiver(builder.Build());
        receiver.app.Run(receiver.ReceiveAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        lock (gate)
            notices.Add(new(context.Request.Method, context.Request.Path, headers, body));
        await Answer(context);
    }
}

public sealed record ReceivedNotice(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
