using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using OneToOne.Functions.DueWork;
using OneToOne.Service.Http;

namespace OneToOne.Functions.Http;

/// <summary>The pipeline that both hosts share, built once. The worker's own has neither sign-in nor limits nor answers to failures.</summary>
public sealed class ServicePipeline
{
    private readonly RequestDelegate pipeline;

    /// <summary>Builds it.</summary>
    /// <param name="services">The services.</param>
    public ServicePipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseOneToOne();
        pipeline = app.Build();
    }

    /// <summary>The answer to the request of this invocation: whatever the pipeline answers.</summary>
    /// <param name="durable">The invocation's Durable client, by which the steps it takes wake orchestrations.</param>
    /// <returns>The answer.</returns>
    public IResult With(DurableTaskClient durable) => new Answer(pipeline, durable);

    private sealed class Answer(RequestDelegate pipeline, DurableTaskClient durable) : IResult
    {
        // The worker has routed the request to its own endpoint; the pipeline routes it anew, to the product's.
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.SetEndpoint(null);
            httpContext.Request.RouteValues = [];
            DurableClients.Current = durable;
            await pipeline(httpContext);
        }
    }
}
