using System.Text;
using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Store.Contract;

public abstract class DocumentContract : StoreContract
{
    [Fact]
    public async Task What_was_never_written_is_not_there()
    {
        var key = new DocumentKey(New(), Thing, "a");

        Assert.Null(await Store.ReadAsync(key, default));
    }

    [Fact]
    public async Task A_created_document_reads_back_with_the_version_the_commit_answered()
    {
        var partition = New();

        var etag = await Commit(partition, new Operation.Create(Doc(Thing, "a", """{"x":1}""")));

        var read = await Store.ReadAsync(new(partition, Thing, "a"), default);
        Assert.Equal(new DocumentKey(partition, Thing, "a"), read!.Key);
        Assert.Equal("""{"x":1}""", Encoding.UTF8.GetString(read.Json.Span));
        Assert.Equal(etag, read.ETag);
    }

    [Fact]
    public async Task Several_documents_are_read_at_once_in_the_order_they_were_asked_for()
    {
        var (one, two) = (New(), New());
        var first = await Commit(one, new Operation.Create(Doc(Thing, "a", "1")));
        await Commit(two, new Operation.Create(Doc(Thing, "a", "2")));

        var read = await Store.ReadManyAsync([new(new(two, Thing, "a")), new(new(one, Thing, "none")), new(new(one, Thing, "a"))], default);

        Assert.Equal(["2", null, "1"], read.Select(r => r is DocumentRead.Found found ? Text(found.Document) : null));
        Assert.IsType<DocumentRead.Missing>(read[1]);
        Assert.Equal((new DocumentKey(one, Thing, "a"), first), KeyAndVersion(read[2]));
        Assert.Empty(await Store.ReadManyAsync([], default));
    }

    [Fact]
    public async Task A_version_that_is_held_is_not_read_again()
    {
        var partition = New();
        var first = await Commit(partition, new Operation.Create(Doc(Thing, "a", "1")));
        var second = await Commit(partition, new Operation.Replace(Doc(Thing, "a", "2"), first));
        var key = new DocumentKey(partition, Thing, "a");

        var read = await Store.ReadManyAsync([new(key, second), new(key, first), new(key with { Id = "none" }, second)], default);

        Assert.IsType<DocumentRead.NotModified>(read[0]);
        Assert.Equal((key, second), KeyAndVersion(read[1]));
        Assert.IsType<DocumentRead.Missing>(read[2]);
    }

    [Fact]
    public async Task The_same_id_in_another_partition_or_type_is_another_document()
    {
        var (one, two) = (New(), New());
        await Commit(one, new Operation.Create(Doc(Thing, "a", "1")), new Operation.Create(Doc(Entry, "a", "2")));
        await Commit(two, new Operation.Create(Doc(Thing, "a", "3")));

        Assert.Equal("1", await ReadJson(one, Thing, "a"));
        Assert.Equal("2", await ReadJson(one, Entry, "a"));
        Assert.Equal("3", await ReadJson(two, Thing, "a"));
    }

    [Fact]
    public async Task A_document_cannot_be_created_twice()
    {
        var partition = New();
        await Commit(partition, new Operation.Create(Doc(Thing, "a", "1")));

        Assert.Equal(new CommitResult.Conflict(0), await Try(partition, new Operation.Create(Doc(Thing, "a", "2"))));
        Assert.Equal("1", await ReadJson(partition, Thing, "a"));
    }

    [Fact]
    public async Task Replacing_the_version_that_was_read_gives_a_new_version()
    {
        var partition = New();
        var first = await Commit(partition, new Operation.Create(Doc(Thing, "a", "1")));

        var second = await Commit(partition, new Operation.Replace(Doc(Thing, "a", "2"), first));

        Assert.NotEqual(first, second);
        Assert.Equal("2", await ReadJson(partition, Thing, "a"));
    }

    [Fact]
    public async Task Replacing_an_older_version_is_a_conflict()
    {
        var partition = New();
        var first = await Commit(partition, new Operation.Create(Doc(Thing, "a", "1")));
        await Commit(partition, new Operation.Replace(Doc(Thing, "a", "2"), first));

        Assert.Equal(new CommitResult.Conflict(0), await Try(partition, new Operation.Replace(Doc(Thing, "a", "3"), first)));
        Assert.Equal("2", await ReadJson(partition, Thing, "a"));
    }

    [Fact]
    public async Task Replacing_what_is_not_there_is_a_conflict() =>
        Assert.Equal(new CommitResult.Conflict(0), await Try(New(), new Operation.Replace(Doc(Thing, "a"), "any")));

    [Fact]
    public async Task A_version_never_comes_back_when_a_document_is_removed_and_made_anew()
    {
        var partition = New();
        var first = await Commit(partition, new Operation.Create(Doc(Thing, "a", "1")));
        Assert.IsType<CommitResult.Committed>(await Try(partition, new Operation.Delete(Thing, "a", first)));
        await Commit(partition, new Operation.Create(Doc(Thing, "a", "1")));

        Assert.Equal(new CommitResult.Conflict(0), await Try(partition, new Operation.Replace(Doc(Thing, "a", "2"), first)));
    }

    [Fact]
    public async Task A_deleted_document_is_gone()
    {
        var partition = New();
        await Commit(partition, new Operation.Create(Doc(Thing, "a")));

        var result = await Try(partition, new Operation.Delete(Thing, "a"));

        Assert.IsType<CommitResult.Committed>(result);
        Assert.Null(await ReadJson(partition, Thing, "a"));
    }

    [Fact]
    public async Task Deleting_another_version_or_nothing_is_a_conflict()
    {
        var partition = New();
        await Commit(partition, new Operation.Create(Doc(Thing, "a", "1")));

        Assert.Equal(new CommitResult.Conflict(0), await Try(partition, new Operation.Delete(Thing, "a", "other")));
        Assert.Equal(new CommitResult.Conflict(0), await Try(partition, new Operation.Delete(Thing, "b")));
        Assert.Equal("1", await ReadJson(partition, Thing, "a"));
    }

    [Theory]
    [InlineData("Zoë, عائشة, 小明, 👩‍👧, \u202Eright to left")]
    [InlineData("combining e\u0301 is not \u00e9")]
    [InlineData("a zero \\u0000 and a \\\" quote")]
    public async Task Any_text_comes_back_as_it_was(string text)
    {
        var partition = New();
        var json = $"{{\"text\":\"{text}\"}}";
        var home = New() + text;

        await Commit(
            partition,
            new Operation.Create(Doc(Thing, text.Replace('\\', '-'), json, [new(Fields.Home, home), new(Fields.DueAt, text)]))
        );

        Assert.Equal(json, await ReadJson(partition, Thing, text.Replace('\\', '-')));
        Assert.Single((await Store.QueryAsync(new DocumentQuery(ThingsDue, home) { From = text, To = text }, default)).Documents);
    }

    [Fact]
    public async Task A_document_of_a_megabyte_comes_back_whole()
    {
        var partition = New();
        var json = $"\"{new string('é', 500_000)}\"";

        await Commit(partition, new Operation.Create(Doc(Thing, "a", json)));

        Assert.Equal(json, await ReadJson(partition, Thing, "a"));
    }

    private static string Text(StoredDocument document) => Encoding.UTF8.GetString(document.Json.Span);

    private static (DocumentKey, string) KeyAndVersion(DocumentRead read)
    {
        var document = Assert.IsType<DocumentRead.Found>(read).Document;
        return (document.Key, document.ETag);
    }
}
