using System.Globalization;

namespace OneToOne.CosmosGateway.Storage;

/// <summary>A share of the hash space, from <paramref name="Min"/> to below <paramref name="Max"/>.</summary>
internal sealed record PartitionRange(string Id, string Min, string Max)
{
    /// <summary>The whole space, which ends at "FF".</summary>
    public static readonly PartitionRange Whole = new("", "", "FF");

    public bool Contains(string effectiveKey) =>
        string.CompareOrdinal(Min, effectiveKey) <= 0 && string.CompareOrdinal(effectiveKey, Max) < 0;

    /// <summary>Cuts the hash space into equal shares; hashes begin with 00 to 3F.</summary>
    public static PartitionRange[] Split(int count)
    {
        var cuts = Enumerable.Range(1, count - 1).Select(i => Cut(0x40 * 256 * i / count)).ToArray();
        string[] bounds = [Whole.Min, .. cuts, Whole.Max];
        return [.. Enumerable.Range(0, count).Select(i => new PartitionRange($"{i}", bounds[i], bounds[i + 1]))];
    }

    private static string Cut(int at) => at.ToString("X4", CultureInfo.InvariantCulture).PadRight(32, '0');
}
