using System.Net;
using Microsoft.Azure.Cosmos;
using OneToOne.CosmosGateway;

namespace OneToOne.Service.Tests.Store.Cosmos.Gateway;

public sealed class BatchTests
{
    private static readonly PartitionKey Here = new("here");

    [Fact]
    public async Task All_is_done_with_a_version_for_each()
    {
        using var two = await TwoRanges.OpenAsync();

        using var done = await two
            .Things.CreateTransactionalBatch(Here)
            .CreateItem(new Thing("1", "here", "a", 1))
            .CreateItem(new Thing("2", "here", "a", 2))
            .ReplaceItem("1", new Thing("1", "here", "b", 1))
            .DeleteItem("2")
            .ExecuteAsync();

        Assert.True(done.IsSuccessStatusCode, done.ErrorMessage);
        HttpStatusCode[] expected = [HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NoContent];
        Assert.Equal(expected, done.Select(one => one.StatusCode));
        var read = await two.Things.ReadItemAsync<Thing>("1", Here);
        Assert.Equal(("b", done[2].ETag), (read.Resource.kind, read.ETag));
        Assert.Equal(1, two.Account.Requests.Count(RequestKind.Batch));
    }

    [Fact]
    public async Task One_failure_undoes_all()
    {
        using var two = await TwoRanges.OpenAsync();
        await two.Things.CreateItemAsync(new Thing("1", "here", "a", 1));

        using var failed = await two
            .Things.CreateTransactionalBatch(Here)
            .CreateItem(new Thing("2", "here", "a", 2))
            .ReplaceItem("1", new Thing("1", "here", "b", 1), new() { IfMatchEtag = "\"other\"" })
            .CreateItem(new Thing("3", "here", "a", 3))
            .ExecuteAsync();

        Assert.Equal(HttpStatusCode.PreconditionFailed, failed.StatusCode);
        HttpStatusCode[] expected = [HttpStatusCode.FailedDependency, HttpStatusCode.PreconditionFailed, HttpStatusCode.FailedDependency];
        Assert.Equal(expected, failed.Select(one => one.StatusCode));
        Assert.Equal("a", (await two.Things.ReadItemAsync<Thing>("1", Here)).Resource.kind);
        using var absent = await two.Things.ReadItemStreamAsync("2", Here);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    [Fact]
    public async Task A_batch_has_at_most_a_hundred_operations()
    {
        using var two = await TwoRanges.OpenAsync();
        var batch = two.Things.CreateTransactionalBatch(Here);
        for (var i = 0; i < 101; i++)
            batch.CreateItem(new Thing($"{i}", "here", "a", i));

        using var refused = await batch.ExecuteAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_batch_has_at_most_two_megabytes()
    {
        using var two = await TwoRanges.OpenAsync();
        var half = new string('x', 1_100_000);

        using var refused = await two
            .Things.CreateTransactionalBatch(Here)
            .CreateItem(new Thing("1", "here", half, 1))
            .CreateItem(new Thing("2", "here", half, 2))
            .ExecuteAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Fact]
    public async Task A_batch_stays_in_its_partition()
    {
        using var two = await TwoRanges.OpenAsync();

        using var refused = await two.Things.CreateTransactionalBatch(Here).CreateItem(new Thing("1", "there", "a", 1)).ExecuteAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }
}
