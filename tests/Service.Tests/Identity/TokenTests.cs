using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Service.Tests.Http;

namespace OneToOne.Service.Tests.Identity;

public sealed class TokenTests : IAsyncDisposable
{
    private readonly PipelineHost host = new(routes =>
        routes.MapGet("/api/me", (Caller caller) => caller.Person.Value).RequireAuthorization()
    );

    [Fact]
    public async Task A_token_is_valid_from_its_start_to_its_end_by_the_product_s_own_clock()
    {
        var token = host.Token("mia", Role.Worker);
        Assert.Equal(200, await Status(token));

        host.Clock.Now += TimeSpan.FromMinutes(59);
        Assert.Equal(200, await Status(token));
        host.Clock.Now += TimeSpan.FromMinutes(3);
        Assert.Equal(401, await Status(token));
        host.Clock.Now -= TimeSpan.FromHours(3);
        Assert.Equal(401, await Status(token));
    }

    [Fact]
    public async Task A_token_of_another_key_is_refused()
    {
        Assert.Equal(
            401,
            await Status(new LocalKey(LocalKey.NewBytes()).Issue(new("mia"), [Role.Worker], host.Clock.Now, TimeSpan.FromHours(1)))
        );
    }

    [Fact]
    public async Task A_token_that_was_cut_short_or_changed_is_refused()
    {
        var parts = host.Token("mia", Role.Worker).Split('.');

        Assert.Equal(401, await Status(string.Join('.', parts)[..^1]));
        Assert.Equal(401, await Status($"{parts[0]}.{parts[1]}."));
        Assert.Equal(401, await Status($"{parts[0]}.{parts[1]}"));
        Assert.Equal(401, await Status($"{parts[0]}.{With(parts[1], "roles", "administrator")}.{parts[2]}"));
        Assert.Equal(401, await Status($"{With(parts[0], "alg", "none")}.{parts[1]}."));
        Assert.Equal(401, await Status("nonsense"));
        Assert.Equal(401, await Status(""));
    }

    [Theory]
    [InlineData("mia/../hanna")]
    [InlineData("")]
    [InlineData("mia hanna")]
    public async Task A_subject_that_cannot_be_a_person_is_refused(string subject)
    {
        Assert.Equal(401, await Status(host.Token(subject, Role.Worker)));
    }

    [Theory]
    [InlineData("homesManager", Role.HomesManager)]
    [InlineData("HomesManager", Role.HomesManager)]
    [InlineData("App.Care.Lead", Role.SeniorManager)]
    [InlineData("homesManager,seniorManager", null)]
    [InlineData("3", null)]
    [InlineData("", null)]
    [InlineData("root", null)]
    public void A_role_is_one_of_our_names_or_one_that_the_settings_map(string claim, Role? role)
    {
        var options = new SignInOptions { Roles = { ["App.Care.Lead"] = Role.SeniorManager } };

        Assert.Equal(role, options.RoleOf(claim));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<int> Status(string token) => (await host.SendAsync("GET", "/api/me", token)).Status;

    private static string With(string part, string name, string value)
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(part);
        var members = JsonSerializer.Deserialize<Dictionary<string, object>>(bytes)!;
        members[name] = value;
        return System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(members)));
    }
}
