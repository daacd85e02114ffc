using System.Net;
using Microsoft.Azure.Cosmos;

namespace OneToOne.Service.Tests.Store.Cosmos.Gateway;

public sealed class DocumentTests
{
    private static readonly PartitionKey Here = new("here");

    [Fact]
    public async Task A_version_guards_what_is_replaced_deleted_and_read_again()
    {
        using var two = await TwoRanges.OpenAsync();
        var first = await two.Things.CreateItemAsync(new Thing("1", "here", "a", 1));
        var second = await two.Things.ReplaceItemAsync(new Thing("1", "here", "b", 1), "1", Here, new() { IfMatchEtag = first.ETag });

        using var unchanged = await two.Things.ReadItemStreamAsync("1", Here, new() { IfNoneMatchEtag = second.ETag });
        var stale = () => two.Things.DeleteItemAsync<Thing>("1", Here, new() { IfMatchEtag = first.ETag });
        var again = () => two.Things.CreateItemAsync(new Thing("1", "here", "c", 1));

        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Assert.ThrowsAsync<CosmosException>(stale)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<CosmosException>(again)).StatusCode);
        Assert.Equal("b", (await two.Things.ReadItemAsync<Thing>("1", Here)).Resource.kind);
    }

    [Fact]
    public async Task Ids_of_any_text_come_back()
    {
        using var two = await TwoRanges.OpenAsync();
        foreach (var id in new[] { "Zoë 小明 👩‍👧", "100 + a&b=c", "e\u0301" })
        {
            await two.Things.CreateItemAsync(new Thing(id, "é here", "a", 1));
            Assert.Equal(id, (await two.Things.ReadItemAsync<Thing>(id, new("é here"))).Resource.id);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        using var two = await TwoRanges.OpenAsync();

        var item = () => two.Things.ReadItemAsync<Thing>("1", Here);
        var container = () => two.Things.Database.GetContainer("other").ReadItemAsync<Thing>("1", Here);

        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<CosmosException>(item)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<CosmosException>(container)).StatusCode);
    }
}
