using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Links;
using OneToOne.Service.Mail;
using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Http;

/// <summary>
/// The product's pipeline as a host without an application of its own runs it: built once from services, one delegate for each request.
/// </summary>
internal sealed class PipelineHost : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;
    private readonly RequestDelegate pipeline;

    public PipelineHost(Action<IEndpointRouteBuilder>? routes = null, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))
            .Build();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        collection.AddSingleton(new DiagnosticListener("OneToOne.Service.Tests"));
        collection.AddSingleton<IWebHostEnvironment>(new TestEnvironment());
        collection.AddSingleton<IHostEnvironment>(provider => provider.GetRequiredService<IWebHostEnvironment>());
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IDocumentStore>(Store);
        collection.AddSingleton(Key);
        collection.AddSingleton(new MailStatus(LeavesThisMachine: !settings.Any(s => s.Name == "Mail:Folder")));
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddOneToOne(configuration);
        collection.AddSingleton<LinkTokens>();
        collection.AddDataProtection().UseEphemeralDataProtectionProvider();
        services = collection.BuildServiceProvider();

        var app = new ApplicationBuilder(services);
        app.UseOneToOne(routes);
        pipeline = app.Build();
    }

    public LinkTokens Links => services.GetRequiredService<LinkTokens>();

    public LocalKey Key { get; } = new(LocalKey.NewBytes());

    public FixedClock Clock { get; } = new(Start);

    public MemoryStore Store { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public IReadOnlyList<Endpoint> Endpoints => services.GetRequiredService<EndpointDataSource>().Endpoints;

    public string Token(string person, params Role[] roles) => Key.Issue(new(person), roles, Clock.Now, TimeSpan.FromHours(1));

    /// <summary>Sends a request through the pipeline.</summary>
    public async Task<Reply> SendAsync(
        string method,
        string path,
        string? token = null,
        byte[]? body = null,
        params (string, string)[] headers
    )
    {
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody(body is not null));
        var starting = new StartingResponse();
        context.Features.Set<IHttpResponseFeature>(starting);
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Host = new("127.0.0.1");
        context.Request.Path = path;
        context.Request.Body = new MemoryStream(body ?? []);
        context.Request.ContentLength = body?.Length;
        context.Request.ContentType = body is null ? null : "application/json";
        if (token is not null)
            context.Request.Headers.Authorization = $"Bearer {token}";
        foreach (var (name, value) in headers)
            context.Request.Headers.Append(name, value);
        using var answer = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));

        await pipeline(context);
        await starting.FireAsync();
        await context.Response.CompleteAsync();
        return new(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(answer.ToArray()));
    }

    public Task<Reply> PostAsync(string path, string? token, string json, params (string, string)[] headers) =>
        SendAsync("POST", path, token, Encoding.UTF8.GetBytes(json), headers);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    internal sealed record Reply(int Status, IHeaderDictionary Headers, string Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public JsonElement Finding => Json.GetProperty(Refusal.Findings)[0];
    }

    internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed record HasBody(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;

    // The default context forgets what was to be done when the answer starts.
    private sealed class StartingResponse : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Callback, object State)> callbacks = new();

        public override void OnStarting(Func<object, Task> callback, object state) => callbacks.Push((callback, state));

        public async Task FireAsync()
        {
            while (callbacks.TryPop(out var starting))
                await starting.Callback(starting.State);
        }
    }

    private sealed class TestEnvironment : IWebHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;
        public string ApplicationName { get; set; } = "OneToOne.Service.Tests";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
        public string WebRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
    }
}
