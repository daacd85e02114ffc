using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Http;

/// <summary>
/// Turns what was thrown, and a status without a body, into an answer: problem details, or a plain page for somebody who reads in a browser.
/// </summary>
internal static class Failures
{
    public static void UseFailures(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = AnswerException,
                AllowStatusCode404Response = true,
                // What a client sent wrong is its own news, and the message may quote it.
                SuppressDiagnosticsCallback = context =>
                    context.Exception is BadHttpRequestException or InvalidContinuationException or RecordDisposedException,
            }
        );
        app.UseStatusCodePages(context =>
            Answer(context.HttpContext, Refusal.Of(context.HttpContext.Response.StatusCode, Access.LiftOf(context.HttpContext)))
        );
    }

    private static Task AnswerException(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()!.Error switch
        {
            BadHttpRequestException { InnerException: JsonException json } => Answer(context, Refusal.Of(400, BadJson.Explain(json))),
            BadHttpRequestException { StatusCode: 400 } bad => Answer(context, Refusal.Of(400, Unreadable(bad))),
            BadHttpRequestException bad => Answer(context, Refusal.Of(bad.StatusCode)),
            InvalidContinuationException e => Answer(context, Refusal.Of(400, Continuation(e))),
            StoreUnavailableException => AnswerLater(context),
            RecordDisposedException gone => Answer(context, Refusal.Of(410, gone.Message)),
            _ => Answer(context, Refusal.Of(500, "Something went wrong here. Nothing that was answered before is lost.")),
        };

    private static Task AnswerLater(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return Answer(context, Refusal.Of(503, "The store does not answer now. Ask again with the same Idempotency-Key."));
    }

    private static Task Answer(HttpContext context, ProblemHttpResult problem)
    {
        if (!PlainPage.IsWanted(context.Request))
            return problem.ExecuteAsync(context);
        context.Response.StatusCode = problem.StatusCode;
        return PlainPage.WriteAsync(context);
    }

    // The framework's message names the parameter, never its value's type.
    private static Finding Unreadable(BadHttpRequestException bad) =>
        new("request", DutyKind.Hard, bad.Message, "Look at /openapi/v1.json for what is asked.");

    private static Finding Continuation(InvalidContinuationException exception) =>
        new("continuation", DutyKind.Hard, exception.Message, "Begin again without a continuation.");
}
