using System.Net;
using Microsoft.Azure.Cosmos;

namespace OneToOne.Service.Tests.Store.Cosmos.Gateway;

public sealed class StrictnessTests
{
    [Theory]
    [InlineData("SELECT * FROM c WHERE c.undeclared = 1")]
    [InlineData("SELECT * FROM c WHERE c.kind = 'a' OR c.undeclared > 1")]
    [InlineData("SELECT * FROM c WHERE IS_DEFINED(c.undeclared)")]
    [InlineData("SELECT * FROM c WHERE c.pk > 'a'")]
    [InlineData("SELECT * FROM c ORDER BY c.undeclared")]
    [InlineData("SELECT * FROM c ORDER BY c.id")]
    [InlineData("SELECT * FROM c ORDER BY c.at, c.kind")]
    [InlineData("SELECT * FROM c ORDER BY c.kind ASC, c.at DESC")]
    [InlineData("SELECT * FROM c WHERE c.value = 1")]
    [InlineData("SELECT * FROM c WHERE d.at = 1")]
    [InlineData("SELECT * FROM c WHERE c.at = @missing")]
    [InlineData("SELECT * FROM c WHERE c.at =")]
    [InlineData("SELEKT * FROM c")]
    public Task What_no_index_serves_or_is_no_query_is_a_bad_request(string query) => Refused(query, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("SELECT COUNT(1) FROM c")]
    [InlineData("SELECT DISTINCT c.kind FROM c")]
    [InlineData("SELECT * FROM c OFFSET 1 LIMIT 2")]
    [InlineData("SELECT * FROM c JOIN d IN c.list")]
    [InlineData("SELECT * FROM c WHERE STARTSWITH(c.kind, 'a')")]
    [InlineData("SELECT * FROM c WHERE c.kind LIKE 'a%'")]
    public Task What_the_product_does_not_ask_is_not_implemented(string query) => Refused(query, HttpStatusCode.NotImplemented);

    [Theory]
    [InlineData("SELECT * FROM c ORDER BY c.kind, c.at")]
    [InlineData("SELECT * FROM c ORDER BY c.kind DESC, c.at DESC")]
    [InlineData("SELECT * FROM c WHERE c.pk = 'partition 1' AND c.id = '1'")]
    public async Task What_an_index_serves_is_answered(string query)
    {
        using var two = await TwoRanges.OpenAsync();
        await two.AddAsync(1);

        Assert.Single(await two.AskAsync<Thing>(new QueryDefinition(query)));
    }

    [Fact]
    public async Task Other_uses_of_the_service_are_not_implemented()
    {
        using var two = await TwoRanges.OpenAsync();

        var patch = () => two.Things.PatchItemAsync<Thing>("1", new PartitionKey("1"), [PatchOperation.Set("/at", 1)]);
        var procedure = () => two.Things.Scripts.ReadStoredProcedureAsync("any");

        Assert.Equal(HttpStatusCode.NotImplemented, (await Assert.ThrowsAsync<CosmosException>(patch)).StatusCode);
        Assert.Equal(HttpStatusCode.NotImplemented, (await Assert.ThrowsAsync<CosmosException>(procedure)).StatusCode);
    }

    private static async Task Refused(string query, HttpStatusCode status)
    {
        using var two = await TwoRanges.OpenAsync();
        await two.AddAsync(1);

        var refused = await Assert.ThrowsAsync<CosmosException>(() => two.AskAsync<Thing>(new QueryDefinition(query)));

        Assert.Equal(status, refused.StatusCode);
    }
}
