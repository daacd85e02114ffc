using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace OneToOne.Functions.Http;

/// <summary>
/// Every address of the product: one function for each noun, its root and everything below it. Each takes every method and hands the request
/// to the pipeline that both hosts share, which knows what there is and who may call it.
/// </summary>
/// <param name="pipeline">The pipeline.</param>
public sealed class HttpFunctions(ServicePipeline pipeline)
{
    /// <summary><c>/</c>: what runs here. A route left empty would be the function's name; this parameter can only be empty.</summary>
    [Function(nameof(FrontPage))]
    public IResult FrontPage(
        [HttpTrigger(Anonymous, Route = "{front:maxlength(0)?}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/style.css</c>: the pages' only asset.</summary>
    [Function(nameof(StyleSheet))]
    public IResult StyleSheet(
        [HttpTrigger(Anonymous, Route = "style.css")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/health</c>: whether this runs, and what it depends on.</summary>
    [Function(nameof(Health))]
    public IResult Health(
        [HttpTrigger(Anonymous, Route = "health/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/openapi</c>: the API's description of itself.</summary>
    [Function(nameof(OpenApi))]
    public IResult OpenApi(
        [HttpTrigger(Anonymous, Route = "openapi/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/l</c>: mailed links.</summary>
    [Function(nameof(Links))]
    public IResult Links([HttpTrigger(Anonymous, Route = "l/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        pipeline.With(durable);

    /// <summary><c>/api/arrangements</c>.</summary>
    [Function(nameof(Arrangements))]
    public IResult Arrangements(
        [HttpTrigger(Anonymous, Route = "api/arrangements/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/assessments</c>.</summary>
    [Function(nameof(Assessments))]
    public IResult Assessments(
        [HttpTrigger(Anonymous, Route = "api/assessments/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/children</c>.</summary>
    [Function(nameof(Children))]
    public IResult Children(
        [HttpTrigger(Anonymous, Route = "api/children/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/concerns</c>.</summary>
    [Function(nameof(Concerns))]
    public IResult Concerns(
        [HttpTrigger(Anonymous, Route = "api/concerns/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/drills</c>.</summary>
    [Function(nameof(Drills))]
    public IResult Drills(
        [HttpTrigger(Anonymous, Route = "api/drills/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/fairness</c>.</summary>
    [Function(nameof(Fairness))]
    public IResult Fairness(
        [HttpTrigger(Anonymous, Route = "api/fairness/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/guidance</c>.</summary>
    [Function(nameof(Guidance))]
    public IResult Guidance(
        [HttpTrigger(Anonymous, Route = "api/guidance/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/homes</c>.</summary>
    [Function(nameof(Homes))]
    public IResult Homes(
        [HttpTrigger(Anonymous, Route = "api/homes/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/inspection</c>.</summary>
    [Function(nameof(Inspection))]
    public IResult Inspection(
        [HttpTrigger(Anonymous, Route = "api/inspection/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/people</c>.</summary>
    [Function(nameof(People))]
    public IResult People(
        [HttpTrigger(Anonymous, Route = "api/people/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/retention</c>.</summary>
    [Function(nameof(Retention))]
    public IResult Retention(
        [HttpTrigger(Anonymous, Route = "api/retention/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);

    /// <summary><c>/api/policy</c>.</summary>
    [Function(nameof(Policy))]
    public IResult Policy(
        [HttpTrigger(Anonymous, Route = "api/policy/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => pipeline.With(durable);
}
