using System.Net;
using Microsoft.Azure.Cosmos;
using OneToOne.CosmosGateway;
using OneToOne.Service.Store;
using OneToOne.Service.Store.Cosmos;

namespace OneToOne.Service.Tests.Store.Cosmos.Gateway;

public sealed class ExpiryTests
{
    private static readonly DocumentType Answer = new("answer", Fields.ExpiresAt);
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_has_expired_is_gone_and_its_id_is_free_again()
    {
        var clock = new Moved { Now = Noon };
        using var account = new InMemoryAccount(clock: clock);
        using var client = account.Connect();
        var schema = new StoreSchema([Answer], []);
        await CosmosContainers.CreateAsync(client, "test", schema, CancellationToken.None);
        var store = new CosmosDocumentStore(
            client.GetContainer("test", CosmosContainers.Documents),
            schema,
            clock,
            TimeSpan.FromSeconds(5)
        );
        var key = new DocumentKey("here", Answer, "1");
        await store.CommitAsync(Until(Noon.AddHours(1)), default);

        clock.Now = Noon.AddMinutes(59);
        Assert.NotNull(await store.ReadAsync(key, default));
        clock.Now = Noon.AddHours(1);

        Assert.Null(await store.ReadAsync(key, default));
        Assert.IsType<CommitResult.Committed>(await store.CommitAsync(Until(Noon.AddHours(2)), default));
    }

    [Fact]
    public async Task A_time_to_live_that_is_no_whole_positive_number_is_refused()
    {
        using var two = await TwoRanges.OpenAsync();

        foreach (var ttl in new object[] { 0, -2, 1.5, "1" })
        {
            var refused = () =>
                two.Things.CreateItemAsync(
                    new
                    {
                        id = "1",
                        pk = "here",
                        ttl,
                    },
                    new PartitionKey("here")
                );
            Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<CosmosException>(refused)).StatusCode);
        }
    }

    private static Commit Until(DateTimeOffset expiry) =>
        new("here", $"until {expiry}", new Operation.Create(new(Answer, "1", "{}"u8.ToArray(), FieldValue.At(Fields.ExpiresAt, expiry))));

    private sealed class Moved : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
