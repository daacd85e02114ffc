using OneToOne.CrashLoad;
using OneToOne.Service.Store;
using OneToOne.Standalone.Store;
using OneToOne.Standalone.Tests.Store;
using Xunit.Abstractions;

namespace OneToOne.Standalone.Tests.Crash;

[Trait("Store", "Own")]
public sealed class StoreCrashTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryStore temporary = new(Ledger.Schema);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task After_each_kill_every_acknowledged_commit_is_found_and_none_is_half_done()
    {
        var acknowledged = new List<string>();
        for (var round = 0; round < Rounds.Count; round++)
        {
            using var child = new KilledProcess("store", temporary.Path);
            acknowledged.AddRange(await child.KillAfterAsync(Random.Shared.Next(400)));

            var found = new HashSet<string>();
            foreach (var partition in Ledger.Partitions)
                found.UnionWith(await Verify(temporary.Store, partition));
            temporary.Close();

            Assert.Empty(acknowledged.Except(found));
        }
        output.WriteLine($"{Rounds.Count} kills, {acknowledged.Count} acknowledged commits, all found whole.");
    }

    /// <summary>What a partition holds, written as the child acknowledges it, once state, entries and message agree.</summary>
    private static async Task<List<string>> Verify(SqliteDocumentStore store, string partition)
    {
        var found = new List<string>();
        var head = new Ledger.Head(0, "");
        await foreach (var entry in Entries(store, partition))
        {
            var link = Ledger.Read<Ledger.Link>(entry);
            Assert.Equal((SequenceId.Text(head.Number + 1), head.Number + 1, head.Hash), (entry.Key.Id, link.Number, link.Previous));
            head = new(link.Number, Ledger.Hash(entry.Json));
            found.Add($"{partition} {entry.Key.Id} {entry.ETag}");
        }

        var state = await store.ReadAsync(new(partition, Ledger.State, "state"), default);
        Assert.Equal(head, state is null ? new Ledger.Head(0, "") : Ledger.Read<Ledger.Head>(state));
        Assert.Equal(Ledger.IsOdd(head.Number), await store.ReadAsync(new(partition, Ledger.Message, "message"), default) is not null);
        return found;
    }

    private static IAsyncEnumerable<StoredDocument> Entries(SqliteDocumentStore store, string partition) =>
        store.AllAsync(new(Ledger.Entries) { Partition = partition }, default);
}
