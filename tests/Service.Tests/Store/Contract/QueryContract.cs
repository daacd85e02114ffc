using System.Text;
using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Store.Contract;

public abstract class QueryContract : StoreContract
{
    private readonly string home = New();

    private static DateTimeOffset At(int minute) => new(2026, 3, 29, 0, minute, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Due_work_is_what_is_not_later_than_now_the_earliest_first()
    {
        foreach (var minute in new[] { 30, 10, 20, 40 })
            await AddDue(minute);

        var due = await Ids(new DocumentQuery(ThingsDue, home) { To = StoreTime.Text(At(30)) });

        Assert.Equal(["10", "20", "30"], due);
    }

    [Fact]
    public async Task The_earliest_moment_is_read_alone()
    {
        Assert.Null(await Store.PeekAsync(new DocumentQuery(ThingsDue, home), default));
        await AddDue(20);
        await AddDue(10);

        var earliest = await Store.PeekAsync(new DocumentQuery(ThingsDue, home), default);

        Assert.Equal(At(10), StoreTime.Parse(earliest!));
        Assert.Null(await Store.PeekAsync(new DocumentQuery(ThingsDue, home) { To = StoreTime.Text(At(9)) }, default));
    }

    [Fact]
    public async Task A_document_without_a_field_of_the_query_is_not_found()
    {
        await Commit(New(), new Operation.Create(Doc(Thing, "no time", "{}", [new(Fields.Home, home)])));
        await Commit(New(), new Operation.Create(Doc(Thing, "null", "{}", [new(Fields.Home, home), FieldValue.At(Fields.DueAt, null)])));
        await Commit(New(), new Operation.Create(Doc(Thing, "no home", "{}", [FieldValue.At(Fields.DueAt, At(1))])));

        Assert.Empty(await Ids(new DocumentQuery(ThingsDue, home)));
    }

    [Fact]
    public async Task Replacing_a_document_moves_it_or_takes_it_out()
    {
        var (moved, etag) = (New(), "");
        etag = await Commit(moved, new Operation.Create(Due("moved", 10)));
        await AddDue(20);

        etag = await Commit(moved, new Operation.Replace(Due("moved", 30), etag));
        Assert.Equal(["20", "moved"], await Ids(new DocumentQuery(ThingsDue, home)));

        await Commit(moved, new Operation.Replace(Doc(Thing, "moved", "{}", [new(Fields.Home, home)]), etag));
        Assert.Equal(["20"], await Ids(new DocumentQuery(ThingsDue, home)));
    }

    [Fact]
    public async Task A_range_includes_both_ends()
    {
        for (var minute = 10; minute < 60; minute += 10)
            await AddDue(minute);

        var between = new DocumentQuery(ThingsDue, home) { From = StoreTime.Text(At(20)), To = StoreTime.Text(At(40)) };

        Assert.Equal(["20", "30", "40"], await Ids(between));
    }

    [Fact]
    public async Task Several_fields_must_all_be_equal()
    {
        await AddOpen("a", home, "1", 10);
        await AddOpen("b", home, "1", 20);
        await AddOpen("closed", home, null, 30);
        await AddOpen("elsewhere", New(), "1", 40);

        Assert.Equal(["b", "a"], await Ids(new DocumentQuery(OpenNewestFirst, home, "1")));
    }

    [Fact]
    public async Task A_range_of_a_descending_query_includes_both_ends()
    {
        for (var minute = 10; minute < 60; minute += 10)
            await AddOpen($"{minute}", home, "1", minute);

        var between = new DocumentQuery(OpenNewestFirst, home, "1") { From = StoreTime.Text(At(20)), To = StoreTime.Text(At(40)) };

        Assert.Equal(["40", "30", "20"], await Ids(between));
    }

    [Fact]
    public async Task A_query_in_one_partition_does_not_see_others()
    {
        var (here, there) = (New(), New());
        foreach (var id in new[] { SequenceId.Text(10), SequenceId.Text(2), SequenceId.Text(1) })
            await Commit(here, new Operation.Create(Doc(Entry, id)));
        await Commit(there, new Operation.Create(Doc(Entry, SequenceId.Text(3))));
        await Commit(here, new Operation.Create(Doc(Thing, "a", "{}", [new(Fields.Open, "1"), FieldValue.At(Fields.CreatedAt, At(1))])));
        await Commit(there, new Operation.Create(Doc(Thing, "b", "{}", [new(Fields.Open, "1"), FieldValue.At(Fields.CreatedAt, At(1))])));

        Assert.Equal([1, 2, 10], (await Ids(new DocumentQuery(EntriesIn) { Partition = here })).Select(SequenceId.Parse));
        Assert.Equal(
            [2, 10],
            (await Ids(new DocumentQuery(EntriesIn) { Partition = here, From = SequenceId.Text(2) })).Select(SequenceId.Parse)
        );
        Assert.Equal(["a"], await Ids(new DocumentQuery(ThingsIn, "1") { Partition = here }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task Pages_hold_each_document_once_also_when_many_tie(int limit)
    {
        for (var i = 0; i < 10; i++)
            await AddOpen($"{i}", home, "1", minute: i / 4);

        var query = new DocumentQuery(OpenNewestFirst, home, "1") { Limit = limit };
        var all = await AllPages(query);

        Assert.Equal(10, all.Distinct().Count());
        Assert.Equal(10, all.Length);
        Assert.Equal([2, 2, 1, 1, 1, 1, 0, 0, 0, 0], all.Select(id => int.Parse(id, null) / 4));
    }

    [Fact]
    public async Task What_is_written_between_two_pages_hides_nothing_that_was_there()
    {
        for (var minute = 10; minute < 50; minute += 10)
            await AddDue(minute);
        var query = new DocumentQuery(ThingsDue, home) { Limit = 2 };
        var first = await Store.QueryAsync(query, default);

        await AddDue(5);
        await AddDue(25);

        Assert.Equal(["25", "30", "40"], await AllPages(query with { Continuation = first.Continuation }));
    }

    [Fact]
    public async Task The_last_page_has_no_continuation_even_when_it_is_full()
    {
        await AddDue(10);
        await AddDue(20);

        Assert.Null((await Store.QueryAsync(new DocumentQuery(ThingsDue, home) { Limit = 2 }, default)).Continuation);
    }

    [Fact]
    public async Task A_continuation_that_the_query_did_not_hand_out_is_refused()
    {
        await AddDue(10);
        await AddDue(20);
        var ofAnother = (await Store.QueryAsync(new DocumentQuery(ThingsDue, home) { Limit = 1 }, default)).Continuation!;

        foreach (var continuation in new[] { "", "x", "é", "AAAA", "%00", new string('A', 5000), ofAnother })
            await Assert.ThrowsAsync<InvalidContinuationException>(async () =>
                await Store.QueryAsync(new DocumentQuery(OpenNewestFirst, home, "1") { Continuation = continuation }, default)
            );
    }

    [Fact]
    public async Task A_query_that_is_not_declared_or_not_asked_as_declared_is_refused()
    {
        var undeclared = new QueryDefinition("undeclared", Thing, QueryScope.AllPartitions, [], Fields.CreatedAt, "never");
        DocumentQuery[] wrong =
        [
            new(undeclared),
            new(ThingsDue),
            new(ThingsDue, home, "1"),
            new(ThingsDue, home) { Partition = New() },
            new(EntriesIn),
            new(ThingsDue, home) { Limit = 0 },
            new(ThingsDue, home) { Limit = DocumentQuery.MaximumLimit + 1 },
        ];

        foreach (var query in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await Store.QueryAsync(query, default));
            await Assert.ThrowsAsync<ArgumentException>(async () => await Store.PeekAsync(query, default));
        }
    }

    [Fact]
    public async Task A_found_document_has_its_key_version_and_content()
    {
        var partition = New();
        var etag = await Commit(partition, new Operation.Create(Due("a", 10) with { Json = Json("""{"é":1}""") }));

        var found = Assert.Single((await Store.QueryAsync(new DocumentQuery(ThingsDue, home), default)).Documents);

        Assert.Equal((new DocumentKey(partition, Thing, "a"), etag), (found.Key, found.ETag));
        Assert.Equal("""{"é":1}""", Encoding.UTF8.GetString(found.Json.Span));
    }

    private Document Due(string id, int minute) => Doc(Thing, id, "{}", [new(Fields.Home, home), FieldValue.At(Fields.DueAt, At(minute))]);

    private Task<string> AddDue(int minute) => Commit(New(), new Operation.Create(Due($"{minute}", minute)));

    private Task<string> AddOpen(string id, string home, string? open, int minute) =>
        Commit(
            New(),
            new Operation.Create(
                Doc(Thing, id, "{}", [new(Fields.Home, home), new(Fields.Open, open), FieldValue.At(Fields.CreatedAt, At(minute))])
            )
        );

    private async Task<string[]> Ids(DocumentQuery query) =>
        [.. (await Store.QueryAsync(query, default)).Documents.Select(document => document.Key.Id)];

    private async Task<string[]> AllPages(DocumentQuery query)
    {
        var ids = new List<string>();
        while (true)
        {
            var page = await Store.QueryAsync(query, default);
            Assert.InRange(page.Documents.Length, 0, query.Limit);
            ids.AddRange(page.Documents.Select(document => document.Key.Id));
            if (page.Continuation is null)
                return [.. ids];
            query = query with { Continuation = page.Continuation };
        }
    }
}
