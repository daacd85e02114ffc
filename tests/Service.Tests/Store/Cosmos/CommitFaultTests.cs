using OneToOne.CosmosGateway;
using OneToOne.CosmosGateway.Faults;
using OneToOne.Service.Store;
using OneToOne.Service.Tests.Store.Contract;

namespace OneToOne.Service.Tests.Store.Cosmos;

public sealed class CommitFaultTests : StoreContract, IAsyncLifetime
{
    private readonly CosmosStore cosmos = CosmosStore.InMemory(Schema);
    private readonly string partition = New();
    private string etag = "";

    protected override IDocumentStore Store => cosmos.Store;

    private InMemoryAccount Account => cosmos.Account!;

    public async Task InitializeAsync() => etag = await Commit(partition, new Operation.Create(Doc(Thing, "state", "0")));

    public Task DisposeAsync() => cosmos.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Troubles.All), MemberType = typeof(Troubles))]
    public async Task One_trouble_and_the_step_is_done_once(string trouble)
    {
        Account.Faults.Add(RequestKind.Batch, Troubles.Named(trouble));

        var result = await Step();

        Assert.True(result is CommitResult.Committed or CommitResult.AlreadyCommitted, $"{result}");
        Assert.Equal(("1", "entry"), (await ReadJson(partition, Thing, "state"), await ReadJson(partition, Entry, "1")));
        Assert.Equal(0, Account.Faults.Left);
    }

    [Theory]
    [MemberData(nameof(Troubles.After), MemberType = typeof(Troubles))]
    public async Task A_commit_that_was_done_unseen_is_recognised_and_not_done_again(string trouble)
    {
        Account.Faults.Add(RequestKind.Batch, Troubles.Named(trouble));

        Assert.Same(CommitResult.AlreadyCommitted.Instance, await Step());
    }

    [Theory]
    [MemberData(nameof(Troubles.After), MemberType = typeof(Troubles))]
    public async Task A_step_that_was_done_unseen_and_overtaken_is_recognised_by_what_it_created(string trouble)
    {
        Account.Faults.Add(RequestKind.Batch, Troubles.Named(trouble));
        Account.Faults.Add(RequestKind.PointRead, new Fault.Overtaken(OvertakeAsync));

        Assert.Same(CommitResult.AlreadyCommitted.Instance, await Step());
        Assert.Equal("2", await ReadJson(partition, Thing, "state"));
    }

    [Theory]
    [MemberData(nameof(Troubles.Before), MemberType = typeof(Troubles))]
    public async Task Trouble_without_end_is_an_unknown_outcome_and_nothing_is_half_done(string trouble)
    {
        var commit = Commit();
        Account.Faults.Add(RequestKind.Batch, Troubles.Named(trouble), times: 1000);

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Store.CommitAsync(commit, default));

        Account.Faults.Clear();
        Assert.Equal(("0", null), (await ReadJson(partition, Thing, "state"), await ReadJson(partition, Entry, "1")));
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(commit, default));
    }

    [Fact]
    public async Task Somebody_who_gets_in_first_makes_it_a_conflict_and_nothing_is_written()
    {
        Account.Faults.Add(RequestKind.Batch, new Fault.Overtaken(OvertakeAsync));

        Assert.Equal(new CommitResult.Conflict(1), await Step());
        Assert.Equal(("2", null), (await ReadJson(partition, Thing, "state"), await ReadJson(partition, Entry, "1")));
    }

    [Theory]
    [MemberData(nameof(Troubles.Before), MemberType = typeof(Troubles))]
    public async Task Somebody_who_gets_in_between_two_attempts_makes_it_a_conflict(string trouble)
    {
        Account.Faults.Add(RequestKind.Batch, Troubles.Named(trouble));
        Account.Faults.Add(RequestKind.Batch, new Fault.Overtaken(OvertakeAsync));

        Assert.Equal(new CommitResult.Conflict(1), await Step());
        Assert.Equal(("2", null), (await ReadJson(partition, Thing, "state"), await ReadJson(partition, Entry, "1")));
    }

    [Theory]
    [MemberData(nameof(Troubles.All), MemberType = typeof(Troubles))]
    public async Task What_only_replaces_is_done_once(string trouble)
    {
        Account.Faults.Add(RequestKind.Batch, Troubles.Named(trouble));

        var result = await Try(partition, new Operation.Replace(Doc(Thing, "state", "1"), etag));

        Assert.True(result is CommitResult.Committed or CommitResult.AlreadyCommitted, $"{result}");
        Assert.Equal("1", await ReadJson(partition, Thing, "state"));
    }

    [Theory]
    [MemberData(nameof(Troubles.All), MemberType = typeof(Troubles))]
    public async Task What_only_deletes_is_gone_and_may_be_a_conflict_with_itself(string trouble)
    {
        Account.Faults.Add(RequestKind.Batch, Troubles.Named(trouble));

        var result = await Try(partition, new Operation.Delete(Thing, "state", etag));

        Assert.True(result is CommitResult.Committed || result == new CommitResult.Conflict(0), $"{result}");
        Assert.Null(await ReadJson(partition, Thing, "state"));
    }

    [Fact]
    public async Task Reading_back_may_fail_too_and_the_outcome_is_then_unknown()
    {
        var commit = Commit();
        Account.Faults.Add(RequestKind.Batch, new Fault.Cut(Done: true));
        Account.Faults.Add(RequestKind.PointRead, new Fault.Unavailable(), times: 1000);

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Store.CommitAsync(commit, default));

        Account.Faults.Clear();
        Assert.Same(CommitResult.AlreadyCommitted.Instance, await Store.CommitAsync(commit, default));
        Assert.Equal("1", await ReadJson(partition, Thing, "state"));
    }

    [Fact]
    public async Task A_commit_without_trouble_is_one_batch_and_nothing_else()
    {
        Account.Requests.Clear();

        await Step();

        Assert.Equal([RequestKind.Batch], Account.Requests.All.Select(request => request.Kind));
    }

    private Task<CommitResult> Step() => Store.CommitAsync(Commit(), default).AsTask();

    private Commit Commit() =>
        new(partition, New(), new Operation.Create(Doc(Entry, "1", "entry")), new Operation.Replace(Doc(Thing, "state", "1"), etag));

    /// <summary>Another step on the state that is there.</summary>
    private async Task OvertakeAsync() =>
        await Commit(
            partition,
            new Operation.Replace(Doc(Thing, "state", "2"), (await Store.ReadAsync(new(partition, Thing, "state"), default))!.ETag)
        );
}
