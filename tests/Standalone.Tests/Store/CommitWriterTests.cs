using OneToOne.Service.Store;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Tests.Store;

[Trait("Store", "Own")]
public sealed class CommitWriterTests : IDisposable
{
    private static readonly DocumentType Entry = new("entry");

    private readonly TemporaryStore temporary = new(new StoreSchema([Entry], []));

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Many_callers_at_once_are_each_answered()
    {
        var store = temporary.Store;
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(() => CommitMany(store, caller, 100))));

        Assert.All(results, committed => Assert.Equal(100, committed));
    }

    [Fact]
    public async Task Closing_answers_everyone_and_keeps_what_it_answered_as_committed()
    {
        var store = temporary.Store;
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(() => CommitMany(store, caller, int.MaxValue))).ToArray();
        await Until(() => store.ReadAsync(new("p", Entry, "0-50"), default));

        temporary.Close();
        var committed = await Task.WhenAll(callers);

        for (var caller = 0; caller < callers.Length; caller++)
        {
            Assert.NotNull(await temporary.Store.ReadAsync(new("p", Entry, $"{caller}-{committed[caller] - 1}"), default));
            Assert.Null(await temporary.Store.ReadAsync(new("p", Entry, $"{caller}-{committed[caller]}"), default));
        }
    }

    private static async Task Until(Func<ValueTask<StoredDocument?>> found)
    {
        while (await found() is null)
            await Task.Yield();
    }

    /// <summary>How many it committed until it was done or the store was closed.</summary>
    private static async Task<int> CommitMany(SqliteDocumentStore store, int caller, int count)
    {
        for (var i = 0; i < count; i++)
        {
            try
            {
                var commit = new Commit("p", $"{caller}-{i}", new Operation.Create(new(Entry, $"{caller}-{i}", "{}"u8.ToArray())));
                Assert.IsType<CommitResult.Committed>(await store.CommitAsync(commit, default));
            }
            catch (ObjectDisposedException)
            {
                return i;
            }
        }
        return count;
    }
}
