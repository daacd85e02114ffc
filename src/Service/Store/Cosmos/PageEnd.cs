using System.Buffers.Text;
using System.Text.Json;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>
/// Where a page ended: its last item's order value, partition and id, which together are nobody else's. The next page starts after it,
/// whatever was written meanwhile; Cosmos' own continuations are longer, and a page of theirs may come back short.
/// </summary>
internal readonly record struct PageEnd(string Order, string Partition, string Id)
{
    /// <summary>Where a page ends that ends with an item.</summary>
    public static PageEnd Of(JsonElement last, QueryDefinition query) =>
        new(Item.Text(last, query.OrderBy), Item.Text(last, Item.Partition), Item.Text(last, Item.Id));

    public string Text(QueryDefinition query) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<string[]>([query.Name, Order, Partition, Id]));

    /// <summary>Throws <see cref="InvalidContinuationException"/> for what <see cref="Text"/> did not make for this query.</summary>
    public static PageEnd Parse(string text, QueryDefinition query)
    {
        try
        {
            if (
                JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text)) is [{ } name, { } order, { } partition, { } id]
                && name == query.Name
            )
                return new(order, partition, id);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Not ours.
        }
        throw new InvalidContinuationException();
    }
}
