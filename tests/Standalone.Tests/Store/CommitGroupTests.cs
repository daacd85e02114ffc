using System.Text;
using Microsoft.Data.Sqlite;
using OneToOne.Service.Store;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Tests.Store;

[Trait("Store", "Own")]
public sealed class CommitGroupTests : IDisposable
{
    private static readonly DocumentType Thing = new("thing", Fields.Home);
    private static readonly SqliteSchema Schema = new(new StoreSchema([Thing], []));

    private readonly TemporaryStore temporary = new(Schema.Declared);
    private readonly Database database;

    public CommitGroupTests()
    {
        database = Database.OpenWriter(temporary.Path);
        Schema.Prepare(database);
    }

    public void Dispose()
    {
        database.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public async Task In_one_group_a_conflict_undoes_only_its_own_commit_and_each_is_answered_for_itself()
    {
        var results = await RunGroup(
            new("a", "1", Create("x", "1")),
            new("a", "2", Create("y", "2"), Create("x", "2")),
            new("b", "3", Create("x", "3")),
            new("a", "4", Replace("x", "4", "1"), Create("z", "4")),
            new("a", "5", Replace("x", "5", "1")),
            new("a", "4", Replace("x", "4", "1"), Create("z", "4")),
            new("a", "6", new Operation.Delete(Thing, "x", "4"), Create("w", "6")),
            new("a", "7", new Operation.Delete(Thing, "x"), Create("v", "7"))
        );

        Assert.Equal(
            [
                typeof(CommitResult.Committed),
                typeof(CommitResult.Conflict),
                typeof(CommitResult.Committed),
                typeof(CommitResult.Committed),
                typeof(CommitResult.Conflict),
                typeof(CommitResult.AlreadyCommitted),
                typeof(CommitResult.Committed),
                typeof(CommitResult.Conflict),
            ],
            results.Select(result => result.GetType())
        );
        Assert.Equal(new CommitResult.Conflict(1), results[1]);
        Assert.Equal(["a/w=6", "a/z=4", "b/x=3"], Stored());
    }

    [Fact]
    public async Task When_the_disk_is_full_each_of_the_group_hears_of_it_and_nothing_of_the_group_is_kept()
    {
        await RunGroup(new Commit("a", "1", Create("x", "1")));
        database.Execute($"PRAGMA max_page_count = {database.Number("PRAGMA page_count") + 2}");

        var group = Pending(
            new("a", "2", Create("y", "2")),
            new("a", "3", Create("z", new string('z', 100_000))),
            new("a", "4", Create("w", "4"))
        );
        new CommitGroup(database, Schema).Run(group);

        Assert.All(group, pending => Assert.IsType<SqliteException>(pending.Answer.Exception?.InnerException));
        Assert.Equal(["a/x=1"], Stored());

        database.Execute("PRAGMA max_page_count = 100000");
        Assert.IsType<CommitResult.Committed>((await RunGroup(new Commit("a", "5", Create("v", "5"))))[0]);
    }

    [Fact]
    public async Task A_commit_that_fails_by_itself_does_not_fail_the_others()
    {
        var undeclared = new DocumentType("undeclared");
        var group = Pending(
            new("a", "1", Create("x", "1"), new Operation.Create(new(undeclared, "y", default))),
            new("a", "2", Create("z", "2"))
        );

        new CommitGroup(database, Schema).Run(group);

        await Assert.ThrowsAsync<KeyNotFoundException>(() => group[0].Answer);
        Assert.IsType<CommitResult.Committed>(await group[1].Answer);
        Assert.Equal(["a/z=2"], Stored());
    }

    private static Operation.Create Create(string id, string json) => new(Text(id, json));

    private static Operation.Replace Replace(string id, string json, string ifMatch) => new(Text(id, json), ifMatch);

    private static Document Text(string id, string json) => new(Thing, id, Encoding.UTF8.GetBytes(json), new FieldValue(Fields.Home, "h"));

    private static List<PendingCommit> Pending(params Commit[] commits) => [.. commits.Select(commit => new PendingCommit(commit))];

    private async Task<CommitResult[]> RunGroup(params Commit[] commits)
    {
        var group = Pending(commits);
        new CommitGroup(database, Schema).Run(group);
        return await Task.WhenAll(group.Select(pending => pending.Answer));
    }

    /// <summary>partition/id=command of every row.</summary>
    private string[] Stored() =>
        [.. database.Pairs("SELECT partition || '/' || id, command FROM thing ORDER BY 1").Select(row => $"{row.Key}={row.Value}")];
}
