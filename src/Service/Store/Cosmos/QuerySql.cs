using System.Collections.Immutable;
using Statement = Microsoft.Azure.Cosmos.QueryDefinition;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>
/// The statements of one declared query, and the composite index they stand on. They order by every path of that index, so Cosmos refuses
/// them when it lacks it, instead of reading everything. Values are parameters always.
/// </summary>
internal sealed class QuerySql
{
    private readonly QueryDefinition definition;
    private readonly ImmutableArray<string> equal;
    private readonly string page;
    private readonly string peek;
    private readonly string where;
    private readonly string beyond;
    private readonly string until;
    private readonly string orderBy;

    public QuerySql(QueryDefinition definition)
    {
        this.definition = definition;
        var order = definition.OrderBy;
        var one = definition.Scope is QueryScope.OnePartition;
        equal = [.. one ? [Item.Partition] : Array.Empty<string>(), Item.Type, .. definition.EqualTo];
        string[] ties = one ? [Item.Id] : [Item.Partition, Item.Id];
        string[] ordered = [order, .. ties.Where(tie => tie != order)];
        Index = [.. equal, .. ordered];

        var (after, from, to, direction) = definition.Descending ? ("<", "<=", ">=", "DESC") : (">", ">=", "<=", "ASC");
        string[] read = [Item.Id, Item.Partition, Item.Version, Item.Json];
        page = $"SELECT TOP @limit {string.Join(", ", read.Append(order).Distinct().Select(Path))} FROM c WHERE ";
        peek = $"SELECT TOP @limit VALUE {Path(order)} FROM c WHERE ";
        where = string.Join(" AND ", equal.Select((name, i) => $"{Path(name)} = @equal{i}").Append($"{Path(order)} {from} @start"));
        beyond = $" AND {Beyond(ordered, after)}";
        until = $" AND {Path(order)} {to} @end";
        orderBy = $" ORDER BY {string.Join(", ", Index.Select(name => $"{Path(name)} {direction}"))}";
    }

    /// <summary>The paths of the index, all ascending; read backwards for a descending query.</summary>
    public ImmutableArray<string> Index { get; }

    /// <summary>The statement of one page.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="limit">The most items.</param>
    public Statement Page(DocumentQuery query, int limit) => Ask(page, query, limit);

    /// <summary>The statement of the first value of the order field.</summary>
    /// <param name="query">What is asked.</param>
    public Statement Peek(DocumentQuery query) => Ask(peek, query, 1);

    private Statement Ask(string select, DocumentQuery query, int limit)
    {
        var after = query.Continuation is { } text ? PageEnd.Parse(text, definition) : (PageEnd?)null;
        var (first, last) = definition.Descending ? (query.To ?? Highest, query.From) : (query.From ?? "", query.To);
        var sql = select + where + (after is null ? "" : beyond) + (last is null ? "" : until) + orderBy;
        var statement = new Statement(sql).WithParameter("@limit", limit).WithParameter("@start", after?.Order ?? Ordered(first));
        var values = (query.Partition is { } partition ? [partition] : Array.Empty<string>())
            .Append(definition.Type.Name)
            .Concat(query.EqualTo);
        foreach (var (i, value) in values.Index())
            statement.WithParameter($"@equal{i}", value);
        if (last is not null)
            statement.WithParameter("@end", Ordered(last));
        if (after is { } end)
            statement.WithParameter($"@{Item.Partition}", end.Partition).WithParameter($"@{Item.Id}", end.Id);
        return statement;
    }

    // Not below any text: the last code point of all.
    private const string Highest = "\U0010FFFF";

    private string Ordered(string value) => definition.OrderBy == Fields.Id ? Item.IdOf(definition.Type, value) : value;

    // (a, b) > (x, y) as Cosmos can say it: a > x OR (a = x AND b > y).
    private static string Beyond(ReadOnlySpan<string> names, string after, string parameter = "@start")
    {
        var further = $"{Path(names[0])} {after} {parameter}";
        return names.Length == 1
            ? further
            : $"({further} OR ({Path(names[0])} = {parameter} AND {Beyond(names[1..], after, "@" + names[1])}))";
    }

    private static string Path(string name) => "c." + name;
}
