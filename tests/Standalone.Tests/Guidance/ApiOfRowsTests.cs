using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain.Guidance;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>Where each row says that a client meets it, there is something to call.</summary>
public sealed class ApiOfRowsTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public void The_api_that_a_row_names_is_there()
    {
        var calls = Calls().ToHashSet();

        Assert.All(Duties.All, row => Assert.True(calls.Contains(row.Api), $"{row.Id}: no {row.Api}"));
    }

    private IEnumerable<string> Calls() =>
        from source in house.Server.Services.GetServices<EndpointDataSource>()
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}";
}
