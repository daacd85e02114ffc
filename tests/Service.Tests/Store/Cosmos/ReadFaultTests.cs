using OneToOne.CosmosGateway;
using OneToOne.Service.Store;
using OneToOne.Service.Tests.Store.Contract;

namespace OneToOne.Service.Tests.Store.Cosmos;

public sealed class ReadFaultTests : StoreContract, IAsyncLifetime
{
    private readonly CosmosStore cosmos = CosmosStore.InMemory(Schema);
    private readonly string home = New();

    protected override IDocumentStore Store => cosmos.Store;

    private InMemoryAccount Account => cosmos.Account!;

    public static TheoryData<string, RequestKind> TroublesOfQueries
    {
        get
        {
            var all = new TheoryData<string, RequestKind>();
            foreach (string row in Troubles.Before)
            {
                all.Add(row, RequestKind.QueryPlan);
                all.Add(row, RequestKind.Query);
            }
            return all;
        }
    }

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 12; i++)
            await Commit($"{home}-{i}", new Operation.Create(Due(i)));
    }

    public Task DisposeAsync() => cosmos.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Troubles.Before), MemberType = typeof(Troubles))]
    public async Task One_trouble_and_a_document_is_read(string trouble)
    {
        Account.Faults.Add(RequestKind.PointRead, Troubles.Named(trouble));

        Assert.Equal("7", await ReadJson($"{home}-7", Thing, "7"));
        Assert.Equal(0, Account.Faults.Left);
    }

    [Theory]
    [MemberData(nameof(TroublesOfQueries))]
    public async Task One_trouble_and_a_query_finds_everything_once(string trouble, RequestKind kind)
    {
        Account.Faults.Add(kind, Troubles.Named(trouble), after: kind is RequestKind.Query ? 3 : 0);

        var page = await Store.QueryAsync(new DocumentQuery(ThingsDue, home), default);

        Assert.Equal(Enumerable.Range(0, 12), page.Documents.Select(document => int.Parse(document.Key.Id, null)));
        Assert.Equal(0, Account.Faults.Left);
    }

    [Theory]
    [MemberData(nameof(Troubles.Before), MemberType = typeof(Troubles))]
    public async Task Trouble_without_end_is_said_and_does_not_look_like_nothing_found(string trouble)
    {
        foreach (var kind in new[] { RequestKind.PointRead, RequestKind.Query, RequestKind.QueryPlan })
            Account.Faults.Add(kind, Troubles.Named(trouble), times: 1000);

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await ReadJson($"{home}-7", Thing, "7"));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Store.QueryAsync(new(ThingsDue, home), default));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Store.PeekAsync(new(ThingsDue, home), default));
    }

    [Fact]
    public async Task A_read_is_one_request()
    {
        Account.Requests.Clear();

        await ReadJson($"{home}-7", Thing, "7");

        Assert.Equal([RequestKind.PointRead], Account.Requests.All.Select(request => request.Kind));
    }

    private Document Due(int minute) =>
        Doc(
            Thing,
            $"{minute}",
            $"{minute}",
            new(Fields.Home, home),
            FieldValue.At(Fields.DueAt, DateTimeOffset.UnixEpoch.AddMinutes(minute))
        );
}
