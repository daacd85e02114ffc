using Microsoft.Azure.Cosmos;
using OneToOne.CosmosGateway;

namespace OneToOne.Service.Tests.Store.Cosmos.Gateway;

public sealed class OrderedMergeTests
{
    private const string InOrder = "SELECT * FROM c WHERE c.kind = @kind ORDER BY c.at";

    [Theory]
    [InlineData("ASC", 1000, 1000)]
    [InlineData("DESC", 1000, 1000)]
    [InlineData("ASC", 3, 1000)]
    [InlineData("DESC", 1000, 2)]
    [InlineData("ASC", 7, 2)]
    public async Task Each_range_answers_for_itself_and_the_client_merges(string direction, int wanted, int largestPage)
    {
        using var two = await TwoRanges.OpenAsync(largestPage);
        foreach (var at in Enumerable.Range(0, 40).Select(i => i * 17 % 40))
            await two.AddAsync(at);
        await two.AddAsync(99, kind: "b");
        two.Account.Requests.Clear();

        var query = new QueryDefinition($"{InOrder} {direction}").WithParameter("@kind", "a");
        var found = await two.AskAsync<Thing>(query, new() { MaxItemCount = wanted });

        var expected = Enumerable.Range(0, 40).Select(i => direction is "ASC" ? i : 39 - i);
        Assert.Equal(expected, found.Select(thing => thing.at));
        Assert.InRange(two.Account.Requests.Count(RequestKind.Query), 2, 60);
        Assert.Equal(1, two.Account.Requests.Count(RequestKind.QueryPlan));
    }

    [Fact]
    public async Task Documents_lie_in_both_ranges_and_in_one_each()
    {
        using var two = await TwoRanges.OpenAsync();
        for (var at = 0; at < 40; at++)
            await two.AddAsync(at);

        var ranges = await two.Things.GetFeedRangesAsync();
        var counts = new List<int>();
        foreach (var range in ranges)
        {
            using var pages = two.Things.GetItemQueryIterator<Thing>(range, new QueryDefinition("SELECT * FROM c"));
            counts.Add((await pages.ReadNextAsync()).Count);
        }

        Assert.Equal(2, counts.Count);
        Assert.Equal(40, counts.Sum());
        Assert.All(counts, count => Assert.InRange(count, 5, 35));
    }

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task A_continuation_goes_on_where_the_page_ended_also_among_equals(string direction)
    {
        using var two = await TwoRanges.OpenAsync();
        for (var i = 0; i < 12; i++)
            await two.Things.CreateItemAsync(new Thing($"{i}", $"partition {i}", "a", i / 6));

        var (ids, continuation) = (new List<string>(), (string?)null);
        do
        {
            using var pages = two.Things.GetItemQueryIterator<Thing>(
                new QueryDefinition($"{InOrder} {direction}").WithParameter("@kind", "a"),
                continuation,
                new() { MaxItemCount = 2 }
            );
            var page = await pages.ReadNextAsync();
            ids.AddRange(page.Select(thing => thing.id));
            continuation = page.ContinuationToken;
        } while (continuation is not null);

        Assert.Equal(12, ids.Count);
        Assert.Equal(12, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_client_finds_many_documents_by_their_ids_where_it_expects_them()
    {
        using var two = await TwoRanges.OpenAsync();
        for (var at = 0; at < 40; at++)
            await two.AddAsync(at);

        var found = await two.Things.ReadManyItemsAsync<Thing>([
            .. Enumerable.Range(0, 50).Select(at => ($"{at}", new PartitionKey($"partition {at}"))),
        ]);

        Assert.Equal(40, found.Count);
    }

    [Fact]
    public async Task One_partition_is_asked_alone()
    {
        using var two = await TwoRanges.OpenAsync();
        for (var at = 0; at < 10; at++)
            await two.Things.CreateItemAsync(new Thing($"{at}", "here", "a", 10 - at));
        await two.AddAsync(99);

        var found = await two.AskAsync<Thing>(
            new QueryDefinition("SELECT TOP 3 * FROM c WHERE c.at >= @from ORDER BY c.at").WithParameter("@from", 4),
            new() { PartitionKey = new PartitionKey("here") }
        );

        Assert.Equal([4, 5, 6], found.Select(thing => thing.at));
    }

    [Fact]
    public async Task Single_values_and_named_columns_are_selected()
    {
        using var two = await TwoRanges.OpenAsync();
        for (var at = 0; at < 10; at++)
            await two.AddAsync(at);

        var values = await two.AskAsync<int>(new QueryDefinition("SELECT TOP 2 VALUE c.at FROM c ORDER BY c.at DESC"));
        var columns = await two.AskAsync<Dictionary<string, object>>(
            new QueryDefinition("SELECT TOP 1 c.id, c.at AS moment FROM c ORDER BY c.at")
        );

        Assert.Equal([9, 8], values);
        Assert.Equal(["id", "moment"], Assert.Single(columns).Keys);
    }
}
