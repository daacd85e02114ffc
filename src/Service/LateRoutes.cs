using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OneToOne.Service;

/// <summary>
/// The framework's way to map a route, with one difference: the code that reads a route's parameters is made when the route is first called,
/// not when the first request of all comes. Made at once for every route, it doubles the time from the process's start to its first answer.
/// Standing in this namespace, these come before the framework's methods of the same names everywhere in the service.
/// </summary>
public static class LateRoutes
{
    /// <summary>Maps a route for GET.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The route's pattern.</param>
    /// <param name="handler">What answers it.</param>
    /// <returns>The route, to say who may call it.</returns>
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        MapMethods(routes, pattern, [HttpMethods.Get], handler);

    /// <summary>Maps a route for POST.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The route's pattern.</param>
    /// <param name="handler">What answers it.</param>
    /// <returns>The route, to say who may call it.</returns>
    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        MapMethods(routes, pattern, [HttpMethods.Post], handler);

    /// <summary>Maps a route for PUT.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The route's pattern.</param>
    /// <param name="handler">What answers it.</param>
    /// <returns>The route, to say who may call it.</returns>
    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        MapMethods(routes, pattern, [HttpMethods.Put], handler);

    /// <summary>Maps a route for DELETE.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The route's pattern.</param>
    /// <param name="handler">What answers it.</param>
    /// <returns>The route, to say who may call it.</returns>
    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        MapMethods(routes, pattern, [HttpMethods.Delete], handler);

    /// <summary>Maps a route for several methods.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The route's pattern.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="handler">What answers it.</param>
    /// <returns>The route, to say who may call it.</returns>
    public static RouteHandlerBuilder MapMethods(
        this IEndpointRouteBuilder routes,
        string pattern,
        IEnumerable<string> methods,
        Delegate handler
    ) => RouteHandlerServices.Map(routes, pattern, handler, methods, RequestDelegateFactory.InferMetadata, MakeLate);

    private static RequestDelegateResult MakeLate(
        Delegate handler,
        RequestDelegateFactoryOptions options,
        RequestDelegateMetadataResult? metadata
    )
    {
        var made = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new(context => made.Value(context), metadata?.EndpointMetadata ?? []);
    }
}
