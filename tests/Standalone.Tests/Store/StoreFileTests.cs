using Microsoft.Data.Sqlite;
using OneToOne.Service.Store;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Tests.Store;

[Trait("Store", "Own")]
public sealed class StoreFileTests : IDisposable
{
    private static readonly DocumentType Entry = new("entry");
    private static readonly StoreSchema Schema = new([Entry], []);

    private readonly TemporaryStore temporary = new(Schema);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task What_was_committed_is_there_after_closing_and_opening()
    {
        await Create("p", "a");
        temporary.Close();

        Assert.NotNull(await temporary.Store.ReadAsync(new("p", Entry, "a"), default));
    }

    [Fact]
    public async Task What_was_answered_is_already_in_the_files_for_whoever_finds_them_after_a_crash()
    {
        for (var i = 0; i < 20; i++)
        {
            await Create("p", $"{i}");
            using var found = CopyAsACrashWouldLeaveIt($"copy{i}.db");
            Assert.NotNull(await found.ReadAsync(new("p", Entry, $"{i}"), default));
        }
    }

    [Fact]
    public void The_writer_waits_for_the_disk_at_each_commit()
    {
        using var writer = Database.OpenWriter(temporary.Path);

        Assert.Equal(2, writer.Number("PRAGMA synchronous"));
    }

    [Fact]
    public void A_second_opening_is_refused_until_the_first_is_closed()
    {
        _ = temporary.Store;

        var refused = Assert.Throws<StoreFileException>(() => SqliteDocumentStore.Open(temporary.Path, Schema));
        Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);

        temporary.Close();
        SqliteDocumentStore.Open(temporary.Path, Schema).Dispose();
    }

    [Fact]
    public async Task A_closed_store_refuses_reads_and_commits()
    {
        var store = temporary.Store;
        temporary.Close();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.ReadAsync(new("p", Entry, "a"), default));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await store.CommitAsync(new Commit("p", "1", new Operation.Delete(Entry, "a")), default)
        );
    }

    [Fact]
    public void A_newer_file_is_refused_and_left_as_it_is()
    {
        Change("PRAGMA user_version = 1000");

        var refused = Assert.Throws<StoreFileException>(() => temporary.Store);

        Assert.Contains("schema version 1000", refused.Message, StringComparison.Ordinal);
        using var database = Database.OpenReader(temporary.Path);
        Assert.Equal(1000, database.Number("PRAGMA user_version"));
    }

    [Fact]
    public void A_table_with_other_columns_is_refused()
    {
        Change("CREATE TABLE entry (something TEXT)");

        var refused = Assert.Throws<StoreFileException>(() => temporary.Store);

        Assert.Contains("'entry'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused()
    {
        await File.WriteAllTextAsync(temporary.Path, new string('x', 10_000));

        Assert.Throws<StoreFileException>(() => temporary.Store);
    }

    [Fact]
    public async Task A_new_type_and_a_new_query_are_added_to_an_existing_file()
    {
        await Create("p", "a");
        temporary.Close();
        var added = new DocumentType("added", Fields.DueAt);
        var query = new QueryDefinition("addedDue", added, QueryScope.AllPartitions, [], Fields.DueAt, "often");

        using var store = SqliteDocumentStore.Open(temporary.Path, new([Entry, added], [query]));
        await store.CommitAsync(
            new Commit(
                "p",
                "2",
                new Operation.Create(new(added, "a", "{}"u8.ToArray(), FieldValue.At(Fields.DueAt, default(DateTimeOffset))))
            ),
            default
        );

        Assert.Single((await store.QueryAsync(new DocumentQuery(query), default)).Documents);
        Assert.NotNull(await store.ReadAsync(new("p", Entry, "a"), default));
    }

    [Fact]
    public void An_index_that_no_query_needs_any_more_goes()
    {
        var type = new DocumentType("thing", Fields.DueAt);
        var query = new QueryDefinition("due", type, QueryScope.AllPartitions, [], Fields.DueAt, "often");
        SqliteDocumentStore.Open(temporary.Path, new([type], [query])).Dispose();
        SqliteDocumentStore.Open(temporary.Path, new([type], [])).Dispose();

        using var database = Database.OpenReader(temporary.Path);
        Assert.Equal(["thing_key"], database.Pairs("SELECT name, sql FROM sqlite_schema WHERE type = 'index'").Keys);
    }

    private async Task Create(string partition, string id)
    {
        var commit = new Commit(partition, id, new Operation.Create(new(Entry, id, "{}"u8.ToArray())));
        Assert.IsType<CommitResult.Committed>(await temporary.Store.CommitAsync(commit, default));
    }

    private SqliteDocumentStore CopyAsACrashWouldLeaveIt(string name)
    {
        var copy = Path.Combine(Path.GetDirectoryName(temporary.Path)!, name);
        File.Copy(temporary.Path, copy);
        File.Copy(temporary.Path + "-wal", copy + "-wal");
        return SqliteDocumentStore.Open(copy, Schema);
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={temporary.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
