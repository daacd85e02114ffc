using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace OneToOne.Standalone.Tests.Hosting;

/// <summary>The line between clients and a server. A test may cut it: then nobody waits any more for what is under way.</summary>
internal sealed class Line : IStartupFilter, IDisposable
{
    private CancellationTokenSource present = new();

    /// <summary>Cuts it. Requests that come later find a new one.</summary>
    public void Cut() => Interlocked.Exchange(ref present, new()).Cancel();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (context, next) =>
                {
                    using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, present.Token);
                    context.RequestAborted = either.Token;
                    await next(context);
                }
            );
            next(app);
        };

    public void Dispose() => present.Dispose();
}
