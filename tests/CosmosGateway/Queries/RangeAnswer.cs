using System.Text.Json.Nodes;
using OneToOne.CosmosGateway.Sql;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Queries;

/// <summary>One page of what one range, or one partition in it, answers.</summary>
/// <param name="Documents">The page.</param>
/// <param name="Continuation">
/// Asks for more. A page that is full always has one, also when nothing is left: the service promises nothing else.
/// </param>
internal sealed record RangeAnswer(JsonArray Documents, string? Continuation)
{
    public static RangeAnswer Of(IEnumerable<Item> items, QueryText text, string? continuation, int pageSize)
    {
        var (query, order) = (text.Query, new RowOrder(text.Query));
        var position = continuation is null ? null : RangePosition.Read(continuation);
        var left = Math.Min(pageSize, (query.Top ?? int.MaxValue) - (position?.Taken ?? 0));
        var rows = Rows(items, query)
            .Where(row => position is null || After(position, row, order))
            .Where(row => text.Resume is null || NotBefore(text.Resume, row, order))
            .Order(order)
            .Take(left)
            .ToArray();

        var documents = new JsonArray([.. Selected(rows, query)]);
        if (rows.Length < left || left < pageSize)
            return new(documents, null);
        return new(documents, new RangePosition(rows[^1].Values, rows[^1].Item.Number, (position?.Taken ?? 0) + rows.Length).ToString());
    }

    private static IEnumerable<Row> Rows(IEnumerable<Item> items, Query query) =>
        from item in items
        where query.Finds(item.Body)
        select new Row(item, [.. query.Order.Select(part => part.Path.Of(item.Body))]);

    private static IEnumerable<JsonNode?> Selected(Row[] rows, Query query) =>
        from row in rows
        let selected = query.Select.Of(row.Item.Body)
        where selected.Defined
        select selected.Json?.DeepClone();

    private static bool After(RangePosition position, Row row, RowOrder order) => order.Compare(row, position.Values, position.Number) > 0;

    private static bool NotBefore(ResumeFilter resume, Row row, RowOrder order)
    {
        var compared = order.Compare(row.Values, resume.Values);
        return compared > 0
            || (
                compared is 0
                && !resume.Exclude
                && (resume.Rid is null || order.Compare(row, resume.Values, ResourceIds.Number(resume.Rid)) >= 0)
            );
    }
}
