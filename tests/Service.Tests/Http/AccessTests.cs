using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Tests.Http;

public sealed class AccessTests : IAsyncDisposable
{
    private readonly PipelineHost host = new(routes =>
    {
        routes.MapGet("/api/forgotten", () => "secret");
        routes.MapGet("/api/heads", (Caller caller) => caller.Person.Value).RequireAuthorization(Access.HomesManagers);
        routes.MapGet("/api/anybody", (Caller caller) => string.Join(',', caller.Roles)).RequireAuthorization();
    });

    [Fact]
    public async Task Every_endpoint_of_the_product_says_who_may_call_it()
    {
        await using var product = new PipelineHost();
        var silent = product
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !SaysWho(endpoint))
            .Select(endpoint => endpoint.DisplayName);

        Assert.NotEmpty(product.Endpoints);
        Assert.Empty(silent);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_say_who_may_call_it_answers_nobody()
    {
        Assert.Equal(401, (await host.SendAsync("GET", "/api/forgotten")).Status);
        var highest = host.Token("eve", Enum.GetValues<Role>());
        Assert.Equal(403, (await host.SendAsync("GET", "/api/forgotten", highest)).Status);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData(Role.Worker, 403)]
    [InlineData(Role.SeniorManager, 403)]
    [InlineData(Role.Administrator, 403)]
    [InlineData(Role.HomesManager, 200)]
    [InlineData(Role.ServiceManager, 200)]
    public async Task A_policy_lets_its_roles_in(Role? role, int status)
    {
        var reply = await host.SendAsync("GET", "/api/heads", role is { } r ? host.Token("mia", r) : null);

        Assert.Equal(status, reply.Status);
        if (status == 200)
            Assert.Equal("mia", reply.Body);
        else
            Assert.Equal(status, reply.Json.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_valid_token_without_a_role_of_ours_opens_nothing()
    {
        Assert.Equal(403, (await host.SendAsync("GET", "/api/anybody", host.Token("mia"))).Status);
        Assert.Equal(
            "Worker,Inspector",
            (await host.SendAsync("GET", "/api/anybody", host.Token("mia", Role.Worker, Role.Inspector))).Body
        );
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_a_wrong_method_is_not_allowed()
    {
        Assert.Equal(404, (await host.SendAsync("GET", "/api/nothing")).Status);
        Assert.Equal(405, (await host.SendAsync("DELETE", "/api/heads")).Status);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static bool SaysWho(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
        || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null;
}
