using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Store.Contract;

public abstract class CommitContract : StoreContract
{
    [Fact]
    public async Task A_conflict_in_one_operation_undoes_those_before_and_after_it()
    {
        var partition = New();
        var etag = await Commit(partition, new Operation.Create(Doc(Thing, "state", "1")), new Operation.Create(Doc(Thing, "old", "1")));

        var result = await Try(
            partition,
            new Operation.Create(Doc(Entry, "1")),
            new Operation.Create(Doc(Thing, "other", "2")),
            new Operation.Delete(Thing, "old"),
            new Operation.Replace(Doc(Thing, "state", "2"), "not " + etag),
            new Operation.Create(Doc(Entry, "2"))
        );

        Assert.Equal(new CommitResult.Conflict(3), result);
        Assert.Null(await ReadJson(partition, Entry, "1"));
        Assert.Null(await ReadJson(partition, Entry, "2"));
        Assert.Null(await ReadJson(partition, Thing, "other"));
        Assert.Equal("1", await ReadJson(partition, Thing, "old"));
        Assert.Equal(etag, await ReadETag(partition, Thing, "state"));
    }

    [Fact]
    public async Task Asking_again_with_the_same_command_id_is_success_and_changes_nothing()
    {
        var partition = New();
        var etag = await Commit(partition, new Operation.Create(Doc(Thing, "state", "1")));
        var commit = new Commit(
            partition,
            New(),
            new Operation.Replace(Doc(Thing, "state", "2"), etag),
            new Operation.Create(Doc(Entry, "1"))
        );

        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(commit, default));
        var after = await ReadETag(partition, Thing, "state");

        Assert.IsType<CommitResult.AlreadyCommitted>(await Store.CommitAsync(commit, default));
        Assert.Equal(after, await ReadETag(partition, Thing, "state"));
    }

    [Fact]
    public async Task A_command_is_recognised_by_what_it_created_even_after_others_have_gone_on()
    {
        var partition = New();
        var etag = await Commit(partition, new Operation.Create(Doc(Thing, "state", "1")));
        var commit = new Commit(
            partition,
            New(),
            new Operation.Replace(Doc(Thing, "state", "2"), etag),
            new Operation.Create(Doc(Entry, "1"))
        );
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(commit, default));
        await Commit(partition, new Operation.Replace(Doc(Thing, "state", "3"), (await ReadETag(partition, Thing, "state"))!));

        Assert.IsType<CommitResult.AlreadyCommitted>(await Store.CommitAsync(commit, default));
        Assert.Equal("3", await ReadJson(partition, Thing, "state"));
    }

    [Fact]
    public async Task A_command_that_conflicted_may_be_tried_again_with_what_is_there_now()
    {
        var partition = New();
        var command = New();
        var etag = await Commit(partition, new Operation.Create(Doc(Thing, "state", "1")));
        var stale = new Commit(partition, command, new Operation.Replace(Doc(Thing, "state", "2"), "not " + etag));
        Assert.Equal(new CommitResult.Conflict(0), await Store.CommitAsync(stale, default));

        var fresh = new Commit(partition, command, new Operation.Replace(Doc(Thing, "state", "2"), etag));

        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(fresh, default));
    }

    [Fact]
    public async Task Another_commands_document_is_a_conflict_though_the_content_is_the_same()
    {
        var partition = New();
        await Commit(partition, new Operation.Create(Doc(Entry, "1", "same")));

        Assert.Equal(new CommitResult.Conflict(0), await Try(partition, new Operation.Create(Doc(Entry, "1", "same"))));
    }

    [Fact]
    public async Task Of_many_who_replace_the_same_version_at_once_exactly_one_succeeds()
    {
        var partition = New();
        var etag = await Commit(partition, new Operation.Create(Doc(Thing, "state", "0")));

        var results = await Task.WhenAll(
            Enumerable.Range(1, 40).Select(i => Task.Run(() => Try(partition, new Operation.Replace(Doc(Thing, "state", $"{i}"), etag))))
        );

        Assert.Single(results.OfType<CommitResult.Committed>());
        Assert.Equal(39, results.OfType<CommitResult.Conflict>().Count());
    }

    [Fact]
    public async Task What_no_engine_could_do_is_refused()
    {
        var undeclaredType = new DocumentType("undeclared");
        Operation thing = new Operation.Create(Doc(Thing, "a"));
        Commit[] impossible =
        [
            new(New(), New()),
            new("", New(), thing),
            new("a/b", New(), thing),
            new(New(), "", thing),
            new(New(), New(), new Operation.Create(Doc(Thing, "a#b"))),
            new(New(), New(), new Operation.Create(Doc(undeclaredType, "a"))),
            new(New(), New(), new Operation.Create(Doc(Entry, "a", "{}", [new(Fields.Home, "h")]))),
            new(New(), New(), new Operation.Create(new(Thing, "a", default))),
            new(New(), New(), thing, new Operation.Delete(Thing, "a")),
            new(New(), New(), [.. Enumerable.Range(0, 101).Select(i => new Operation.Create(Doc(Entry, $"{i}")))]),
            new(New(), New(), new Operation.Create(Doc(Thing, "a", new string(' ', 2_000_000)))),
            new(New(), New(), new Operation.Create(Doc(Thing, "a", new string('"', 1_000_000)))),
        ];

        foreach (var commit in impossible)
            await Assert.ThrowsAsync<ArgumentException>(async () => await Store.CommitAsync(commit, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ReadAsync(new(New(), undeclaredType, "a"), default));
    }

    [Fact]
    public async Task The_largest_commit_there_may_be_is_done()
    {
        var partition = New();
        var (quotes, families) = (new string('"', 470_000), string.Concat(Enumerable.Repeat("👩", 79_000)));

        await Commit(partition, new Operation.Create(Doc(Thing, "a", quotes)), new Operation.Create(Doc(Thing, "b", families)));

        Assert.Equal(quotes, await ReadJson(partition, Thing, "a"));
        Assert.Equal(families, await ReadJson(partition, Thing, "b"));
    }

    [Fact]
    public async Task A_commit_cancelled_before_it_was_handed_over_is_not_done()
    {
        var partition = New();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Store.CommitAsync(
                new Commit(partition, New(), new Operation.Create(Doc(Thing, "a"))),
                new CancellationToken(canceled: true)
            )
        );

        Assert.Null(await ReadJson(partition, Thing, "a"));
    }
}
