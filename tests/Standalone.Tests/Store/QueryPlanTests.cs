using OneToOne.Service.Store;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Tests.Store;

[Trait("Store", "Own")]
public sealed class QueryPlanTests : IDisposable
{
    private static readonly SqliteSchema Schema = new(StoreSchema.Product);

    private readonly TemporaryStore temporary = new(StoreSchema.Product);

    public static TheoryData<string> Names => new(Queries.All.Select(query => query.Name));

    public void Dispose() => temporary.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_declared_query_is_answered_from_its_index_alone_in_its_order(string name)
    {
        _ = temporary.Store;
        var query = Schema[Queries.All.Single(query => query.Name == name)];
        using var database = Database.OpenReader(temporary.Path);

        var page = Plan(database, query.Page);
        var peek = Plan(database, query.Peek);

        Assert.StartsWith($"SEARCH ", page, StringComparison.Ordinal);
        Assert.Contains($" USING INDEX {query.Index.Name} (", page, StringComparison.Ordinal);
        Assert.Contains($" USING COVERING INDEX {query.Index.Name} (", peek, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", page + peek, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_queries_and_types_are_unique_and_each_query_uses_declared_fields()
    {
        Assert.Equal(Queries.All.Length, Queries.All.Select(query => query.Name).Distinct().Count());
        Assert.Equal(DocumentTypes.All.Length, DocumentTypes.All.Select(type => type.Name).Distinct().Count());
        foreach (var query in Queries.All)
            Assert.All([.. query.EqualTo, query.OrderBy], field => Assert.Contains(field, (string[])[.. query.Type.Fields, Fields.Id]));
    }

    [Fact]
    public void Every_type_with_due_work_has_its_query() =>
        Assert.Equal(
            DocumentTypes.All.Where(type => type.Fields.Contains(Fields.DueAt)).Select(type => type.Name).Order(),
            Queries.AllDue.Select(query => query.Type.Name).Order()
        );

    private static string Plan(Database database, string sql)
    {
        using var explain = database.Statement("EXPLAIN QUERY PLAN " + sql);
        var steps = new List<string>();
        while (explain.Step())
            steps.Add(explain.Text(3)!);
        return string.Join("; ", steps);
    }
}
