using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Storage;

/// <summary>
/// Which paths a query may use. The real service answers some filters on other paths by reading every document; here that is refused, so
/// that a query which no index serves cannot go unseen.
/// </summary>
internal sealed class IndexingPolicy
{
    private readonly string[] included;
    private readonly string[] excluded;
    private readonly (string Path, bool Descending)[][] composites;

    public IndexingPolicy(JsonNode? policy)
    {
        if (policy?["indexingMode"] is { } mode && !mode.GetValue<string>().Equals("consistent", StringComparison.OrdinalIgnoreCase))
            throw Refusal.NotBuilt("indexing modes other than consistent");
        included = Paths(policy, "includedPaths") is { Length: > 0 } declared ? declared : ["/*"];
        excluded = Paths(policy, "excludedPaths");
        composites = [.. (policy?["compositeIndexes"]?.AsArray() ?? []).Select(index => Composite(index!.AsArray()))];
    }

    /// <summary>Whether the path is declared: of all patterns that fit it, the longest decides.</summary>
    public bool Covers(string path)
    {
        var taken = Longest(included, path);
        return taken >= 0 && taken > Longest(excluded, path);
    }

    /// <summary>Whether one composite index has just these paths, all in these directions or all in the opposite ones.</summary>
    public bool Orders(IReadOnlyList<(string Path, bool Descending)> order) =>
        composites.Any(index => index.SequenceEqual(order) || index.SequenceEqual(order.Select(part => (part.Path, !part.Descending))));

    private static int Longest(string[] patterns, string path) =>
        patterns
            .Where(pattern => Fits(pattern, path))
            .Select(pattern => pattern.EndsWith("/?", StringComparison.Ordinal) ? 1000 : pattern.Length)
            .DefaultIfEmpty(-1)
            .Max();

    private static bool Fits(string pattern, string path) =>
        pattern.EndsWith("/?", StringComparison.Ordinal)
            ? pattern[..^2] == path
            : pattern.EndsWith("/*", StringComparison.Ordinal) && $"{path}/".StartsWith(pattern[..^1], StringComparison.Ordinal);

    private static string[] Paths(JsonNode? policy, string name) =>
        [.. (policy?[name]?.AsArray() ?? []).Select(entry => Checked(entry!["path"]!.GetValue<string>()))];

    private static (string, bool)[] Composite(JsonArray index) =>
        index.Count is > 1 and <= 8
            ? [.. index.Select(part => (Path(part!["path"]!.GetValue<string>()), part["order"]?.GetValue<string>() == "descending"))]
            : throw Refusal.Bad("A composite index has 2 to 8 paths.");

    private static string Path(string path) =>
        path.EndsWith("/?", StringComparison.Ordinal) || path.EndsWith("/*", StringComparison.Ordinal)
            ? throw Refusal.Bad("A path of a composite index ends without /? or /*.")
            : path.Replace("\"", "", StringComparison.Ordinal);

    private static string Checked(string path) =>
        path.EndsWith("/?", StringComparison.Ordinal) || path.EndsWith("/*", StringComparison.Ordinal)
            ? path.Replace("\"", "", StringComparison.Ordinal)
            : throw Refusal.Bad($"The indexing path '{path}' does not end with /? or /*.");
}
