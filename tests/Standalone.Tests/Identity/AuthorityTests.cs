using System.Net;
using System.Net.Http.Headers;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Identity;
using OneToOne.Standalone.Tests.Hosting;

namespace OneToOne.Standalone.Tests.Identity;

public sealed class AuthorityTests : IAsyncLifetime
{
    // Asked of everybody with a role: the answer is a list or a refusal, but never 401 for somebody who is signed in.
    private static readonly Uri Anything = new("/api/people/mia", UriKind.Relative);

    private IdentityProvider provider = null!;
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        server = await RunningServer.StartAsync(
            null,
            ("Identity:Authority", provider.Address),
            ("Identity:Audience", "api://one-to-one"),
            ("Identity:SubjectClaim", "oid"),
            ("Identity:Roles:OneToOne.Worker", "Worker")
        );
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_the_configured_provider_opens_what_its_roles_open()
    {
        Assert.NotEqual(HttpStatusCode.Unauthorized, await AskAsync(Token("api://one-to-one", "OneToOne.Worker")));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(Token("api://one-to-one", "Some.Other.Role")));
    }

    [Fact]
    public async Task A_token_for_another_application_opens_nothing()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(Token("api://payroll", "OneToOne.Worker")));
    }

    [Fact]
    public async Task A_token_ends_by_the_product_s_clock()
    {
        var token = Token("api://one-to-one", "OneToOne.Worker");
        await server.PassAsync(TimeSpan.FromMinutes(62));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
    }

    [Fact]
    public async Task This_machine_s_own_tokens_are_off()
    {
        var own = LocalKeyFile
            .Open(DataFolder.Open(server.Folder))
            .Issue(new("mia"), [Role.Worker], server.Clock.GetUtcNow(), TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(own));
    }

    private string Token(string audience, string role) =>
        provider.Issue(server.Clock.GetUtcNow(), audience, ("oid", "mia"), ("sub", "x|y"), ("roles", new[] { role }));

    private async Task<HttpStatusCode> AskAsync(string token)
    {
        using var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync(Anything);
        return answer.StatusCode;
    }
}
