using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Functions;

/// <summary>The addresses are the same on both hosts: what the service maps, the Azure host's functions let in.</summary>
[Trait("Store", "Own")]
public sealed class HttpTriggerTests(OakHouse house) : IClassFixture<OakHouse>
{
    private ParameterPolicyFactory Policies => house.Server.Services.GetRequiredService<ParameterPolicyFactory>();

    private IReadOnlyList<(string Method, string Path)> Calls =>
        [
            .. house
                .Server.Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .SelectMany(endpoint => MethodsOf(endpoint).Select(method => (method, PathOf(endpoint.RoutePattern)))),
        ];

    [Fact]
    public void Every_address_of_the_service_is_reached_by_exactly_one_function()
    {
        Assert.True(Calls.Count > 50, $"only {Calls.Count} calls were found");
        Assert.All(
            Calls,
            call =>
                Assert.True(
                    HttpTrigger.All.Count(trigger => trigger.Takes(call.Method, call.Path, Policies)) == 1,
                    $"{call.Method} {call.Path}: {string.Join(", ", HttpTrigger.All.Where(t => t.Takes(call.Method, call.Path, Policies)))}"
                )
        );
    }

    [Fact]
    public void Every_function_leads_somewhere() =>
        Assert.All(HttpTrigger.All, trigger => Assert.Contains(Calls, call => trigger.Takes(call.Method, call.Path, Policies)));

    [Fact]
    public void What_the_service_does_not_map_by_any_method_is_still_its_own_to_refuse() =>
        Assert.All(Calls, call => Assert.Contains(HttpTrigger.All, trigger => trigger.Takes(HttpMethods.Patch, call.Path, Policies)));

    [Fact]
    public void The_platform_asks_nobody_for_a_key_because_the_pipeline_refuses() =>
        Assert.All(HttpTrigger.All, trigger => Assert.Equal("Anonymous", trigger.Level));

    // One name that it does not accept, and the host leaves the function out: its address answers 404.
    [Fact]
    public void Every_parameter_has_a_name_that_the_platform_accepts() =>
        Assert.All(HttpTrigger.All, trigger => Assert.Matches("^[a-zA-Z][a-zA-Z0-9]{0,127}$", trigger.Parameter));

    [Fact]
    public void The_front_page_takes_no_other_address() =>
        Assert.DoesNotContain(HttpTrigger.All, trigger => trigger.Takes(HttpMethods.Get, "/anything", Policies));

    // An endpoint without a method takes every one.
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods
            : [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete];

    private static string PathOf(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(TextOf))));

    private static string TextOf(RoutePatternPart part) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { IsCatchAll: true } => "one/more",
            RoutePatternParameterPart => "1",
            _ => throw new InvalidOperationException($"no part of a route is a {part.PartKind}"),
        };
}
