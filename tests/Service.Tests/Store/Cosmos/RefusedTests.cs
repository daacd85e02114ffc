using System.Net;
using OneToOne.CosmosGateway;
using OneToOne.CosmosGateway.Faults;
using OneToOne.Service.Store;
using OneToOne.Service.Tests.Store.Contract;

namespace OneToOne.Service.Tests.Store.Cosmos;

/// <summary>Answers that are no successes: those that pass, and those that are somebody's fault and stay.</summary>
public sealed class RefusedTests : StoreContract, IAsyncLifetime
{
    private readonly CosmosStore cosmos = CosmosStore.InMemory(Schema);
    private readonly string partition = New();

    protected override IDocumentStore Store => cosmos.Store;

    private InMemoryAccount Account => cosmos.Account!;

    public Task InitializeAsync() => Commit(partition, new Operation.Create(Doc(Thing, "1")));

    public Task DisposeAsync() => cosmos.DisposeAsync().AsTask();

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    public async Task What_asking_again_does_not_mend_is_a_fault_and_is_asked_once(HttpStatusCode status)
    {
        Refuse(status);
        Account.Requests.Clear();

        await Assert.ThrowsAsync<StoreRefusedException>(() => ReadJson(partition, Thing, "1"));
        await Assert.ThrowsAsync<StoreRefusedException>(async () =>
            await Store.QueryAsync(new(ThingsIn, "1") { Partition = partition }, default)
        );
        await Assert.ThrowsAsync<StoreRefusedException>(() => Try(partition, new Operation.Create(Doc(Thing, "2"))));

        Assert.Equal(
            [(RequestKind.PointRead, 1), (RequestKind.Query, 1), (RequestKind.Batch, 1)],
            new[] { RequestKind.PointRead, RequestKind.Query, RequestKind.Batch }.Select(kind => (kind, Account.Requests.Count(kind)))
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData((HttpStatusCode)449)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task What_passes_is_a_store_that_does_not_answer_now(HttpStatusCode status)
    {
        Refuse(status);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => ReadJson(partition, Thing, "1"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Try(partition, new Operation.Create(Doc(Thing, "2"))));
    }

    private void Refuse(HttpStatusCode status)
    {
        foreach (var kind in new[] { RequestKind.PointRead, RequestKind.Query, RequestKind.Batch })
            Account.Faults.Add(kind, new Fault.Refused(status), times: 1000);
    }
}
