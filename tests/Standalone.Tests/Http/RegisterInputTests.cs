using System.Net;
using System.Net.Http.Headers;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Http;

/// <summary>What a client may send wrong, at the real server, with a register's entry as the example.</summary>
public sealed class RegisterInputTests : IAsyncLifetime
{
    private const string Mia = """{"id":"mia","name":"Mia","email":"mia@example.org","roles":["administrator"]}""";

    private RunningServer server = null!;
    private Api administrator = null!;

    public async Task InitializeAsync()
    {
        server = await RunningServer.StartAsync();
        administrator = new(server.As("ada", Role.Administrator), "ada");
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("", null)]
    [InlineData("{\"id\":\"mia\"", "$")]
    [InlineData("""{"id":"mia"}""", "$")]
    [InlineData("""{"id":"mia","name":"Mia","nick":"M"}""", "$.nick")]
    [InlineData("""{"id":"mia","name":"Mia","Name":"Mia"}""", "$.Name")]
    [InlineData("""{"id":"mia","name":"Mia","name":"Ann"}""", "$.name")]
    [InlineData("""{"id":"mia","name":null}""", "$.name")]
    [InlineData("""{"id":"mia","name":"Mia","roles":["king"]}""", "$.roles[0]")]
    [InlineData("""{"id":"mia","name":"Mia","roles":[2]}""", "$.roles[0]")]
    [InlineData("""{"id":"mia","name":"Mia","roles":"worker"}""", "$.roles")]
    [InlineData("""{"id":"mia","name":"Mia","homes":["../oak"]}""", "$.homes[0]")]
    [InlineData("""{"id":"mia","name":"Mia","engagement":{"type":"volunteer"}}""", "$.engagement")]
    [InlineData("""{"id":"mia","name":"Mia","leftOn":"31.12.2026"}""", "$.leftOn")]
    [InlineData("""{"id":"mia","name":"Mia","email":"mia@example.org\r\nBcc: all@example.org"}""", "$.email")]
    [InlineData("""{"id":"mia","name":"Mia","email":"Mia <mia@example.org>"}""", "$.email")]
    [InlineData("""{"id":"mia","name":"Mia","email":"mia@example.org\u0000"}""", "$.email")]
    public async Task What_cannot_be_read_is_refused_naming_the_place(string json, string? field)
    {
        var reply = (await administrator.PutAsync("/api/people/mia", json)).Is(HttpStatusCode.BadRequest);

        if (field is not null)
            Assert.Equal(field, Assert.Single(reply.Fields));
        Assert.DoesNotContain("OneToOne.", reply.Text, StringComparison.Ordinal);
        (await administrator.GetAsync("/api/people/mia")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        var json = """{"id":"mia","name":"Mia","engagement":""" + string.Concat(Enumerable.Repeat("""{"type":""", 10_000));

        (await administrator.PutAsync("/api/people/mia", json)).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_and_the_server_goes_on()
    {
        var json = $$"""{"id":"mia","name":"{{new string('x', 300 * 1024)}}"}""";

        (await administrator.PutAsync("/api/people/mia", json)).Is(HttpStatusCode.RequestEntityTooLarge);
        (await administrator.PutAsync("/api/people/mia", Mia)).IsDone();
    }

    [Theory]
    [InlineData("Zoë Müller-Đặng")]
    [InlineData("שָׂרָה כֹּהֵן")]
    [InlineData("محمد بن علي")]
    [InlineData("李 小龍")]
    public async Task Names_of_every_script_are_kept_as_they_are(string name)
    {
        (await administrator.PutAsync("/api/people/mia", Mia.Replace("Mia", name, StringComparison.Ordinal))).IsDone();

        Assert.Equal(name, (await administrator.GetAsync("/api/people/mia")).IsDone().As<Person>().Name);
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_changed_meanwhile_is_refused()
    {
        var first = (await administrator.PutAsync("/api/people/mia", Mia)).IsDone();
        (await administrator.PutAsync("/api/people/mia", Mia, ifMatch: first.ETag)).IsDone();

        (await administrator.PutAsync("/api/people/mia", Mia, ifMatch: first.ETag)).Is(HttpStatusCode.PreconditionFailed);
        (await administrator.PutAsync("/api/people/mia", Mia)).Is(HttpStatusCode.PreconditionRequired);
    }

    [Theory]
    [InlineData("/api/people/a%2Fb")]
    [InlineData("/api/people/%2e%2e")]
    [InlineData("/api/people/-")]
    public async Task An_address_that_names_no_person_is_refused(string path)
    {
        Assert.InRange((int)(await administrator.GetAsync(path)).Status, 400, 404);
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_token_of_this_server()
    {
        await using var other = await RunningServer.StartAsync();
        var real = server.Token("ada", Role.Administrator);
        string?[] tokens =
        [
            null,
            "",
            "x",
            real[..^2],
            real[real.IndexOf('.', StringComparison.Ordinal)..],
            other.Token("ada", Role.Administrator),
        ];

        foreach (var token in tokens)
        {
            using var client = server.Anonymous();
            client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            (await new Api(client, "ada").PutAsync("/api/people/mia", Mia)).Is(HttpStatusCode.Unauthorized);
        }
    }
}
