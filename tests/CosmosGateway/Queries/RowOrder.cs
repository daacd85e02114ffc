using OneToOne.CosmosGateway.Sql;

namespace OneToOne.CosmosGateway.Queries;

/// <summary>The order of one range's answer: that of the paths, then that of the documents' numbers in the direction of the first path.</summary>
internal sealed class RowOrder(Query query) : IComparer<Row>
{
    public int Compare(Row? x, Row? y) => Compare(x!, y!.Values, y.Item.Number);

    public int Compare(Row row, Value[] values, ulong number) =>
        Compare(row.Values, values) is var byValues and not 0 ? byValues : Directed(0, row.Item.Number.CompareTo(number));

    public int Compare(Value[] left, Value[] right)
    {
        for (var i = 0; i < query.Order.Length; i++)
            if (Directed(i, Value.Compare(left[i], right[i])) is var order and not 0)
                return order;
        return 0;
    }

    private int Directed(int path, int order) => !query.Order.IsEmpty && query.Order[path].Descending ? -order : order;
}
