using System.Collections.Immutable;
using OneToOne.Service.DueWork;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Retention;
using OneToOne.Service.Store;
using OneToOne.Standalone.Store;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Retention;

/// <summary>A run that dies after any of its commits goes on where it was, and the histories are whole at every moment.</summary>
[Trait("Store", "Own")]
public sealed class InterruptedDisposalTests
{
    [Fact]
    public async Task A_run_that_dies_after_each_of_its_commits_in_turn_is_finished_all_the_same()
    {
        await using var old = await OldHouse.OpenAsync();
        var run = await old.ProposedAsync();
        await old.House.Server.StopAsync();
        var clock = old.House.Server.Clock;
        using var store = SqliteDocumentStore.Open(OldHouse.Db(old.House), StoreSchema.Product);
        var whole = StillRuns.On(store, clock);
        var (approved, _) = await whole.ApproveAsync(
            (await whole.ReadAsync(run.Id, default))!,
            Sunil.Id,
            "Their time is over",
            _ => [],
            default
        );
        Assert.NotNull(approved);

        var deaths = 0;
        for (var attempt = 0; (await whole.ReadAsync(run.Id, default))!.State.IsUnderWay && attempt < 500; attempt++)
        {
            try
            {
                // One commit gets through and the next does not: every attempt dies one commit further on.
                await StillRuns.On(new DyingStore(store, commits: 1), clock).AdvanceAsync(run.Id, default);
            }
            catch (StoreUnavailableException)
            {
                deaths++;
            }
            Assert.Empty((await new Verification(store).RunAsync([], default)).Faults);
        }

        var state = (await whole.ReadAsync(run.Id, default))!.State;
        Assert.NotNull(state.CompletedAt);
        Assert.All(state.Fates, f => Assert.Null(f.Kept));
        Assert.True(deaths > 2 * run.Records.Length, $"It died {deaths} times only.");
        Assert.False(old.IsInTheFiles(OldHouse.Word));
    }

    private sealed class DyingStore(IDocumentStore inner, int commits) : IDocumentStore
    {
        private int left = commits;

        public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct) => inner.ReadAsync(key, ct);

        public ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct) =>
            inner.ReadManyAsync(wanted, ct);

        public ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct) =>
            left-- > 0 ? inner.CommitAsync(commit, ct) : throw new StoreUnavailableException("It died.");

        public ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct) => inner.QueryAsync(query, ct);

        public ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct) => inner.PeekAsync(query, ct);

        public ValueTask ForgetAsync(CancellationToken ct) => inner.ForgetAsync(ct);
    }
}
