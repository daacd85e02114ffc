using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>
/// The statements of one declared query and the index it stands on, which the statements name: should SQLite be unable to use it, they
/// fail to prepare instead of reading a whole table. Only where the file is known to have no such index yet do they read one.
/// </summary>
internal sealed class QueryText
{
    public QueryText(QueryDefinition definition, Table table, IReadOnlyCollection<string>? indexes = null)
    {
        var order = Sql.Name(definition.OrderBy);
        string[] equal =
        [
            .. definition.Scope is QueryScope.OnePartition ? ["partition"] : Array.Empty<string>(),
            .. definition.EqualTo.Select(Sql.Name),
        ];
        Index = IndexFor(definition, table);
        var by = indexes?.Contains(Index.Name) == false ? "" : $" INDEXED BY {Sql.Name(Index.Name)}";

        var where = string.Concat(equal.Select((column, i) => $"{column} = ?{i + FirstEqual} AND "));
        var (after, until, direction) = definition.Descending ? ("<", ">=", "DESC") : (">", "<=", "ASC");
        var tail =
            $"FROM {table.Name}{by} WHERE {where}{order} IS NOT NULL AND ({order}, n) {after} (?1, ?2) "
            + $"AND {order} {until} ?3 ORDER BY {order} {direction}, n {direction} LIMIT ?4";
        Page = $"SELECT n, {order}, partition, id, command, json {tail}";
        Peek = $"SELECT {order} {tail}";
    }

    /// <summary>The number of the first parameter that a column must equal: the partition if the query has one, then its fields.</summary>
    public const int FirstEqual = 5;

    public TableIndex Index { get; }

    /// <summary>
    /// order value and n to start after, order value to end at, limit, what columns equal → n, order value, partition, id, command, json.
    /// </summary>
    public string Page { get; }

    /// <summary>As <see cref="Page"/> → order value. Reads nothing but the index.</summary>
    public string Peek { get; }

    private static TableIndex IndexFor(QueryDefinition definition, Table table)
    {
        string[] fields = [.. definition.EqualTo, definition.OrderBy];
        if (definition.Scope is QueryScope.OnePartition)
        {
            if (fields is [Fields.Id])
                return table.Key;
            fields = ["partition", .. fields];
        }
        var name = $"{definition.Type.Name}_{string.Join('_', fields)}";
        var present = string.Join(" AND ", fields.Select(field => $"{Sql.Name(field)} IS NOT NULL"));
        return new(name, $"CREATE INDEX {Sql.Name(name)} ON {table.Name} ({string.Join(", ", fields.Select(Sql.Name))}) WHERE {present}");
    }
}
