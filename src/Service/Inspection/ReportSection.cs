using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneToOne.Service.Inspection;

/// <summary>One section of a report: rows that all have the same columns.</summary>
/// <param name="Name">Its name, such as <c>overrides</c>.</param>
/// <param name="Title">What it is about, in words.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">Its rows, each with a member for each column.</param>
public sealed record ReportSection(string Name, string Title, ImmutableArray<string> Columns, ImmutableArray<JsonElement> Rows)
{
    /// <summary>The columns whose values are names such as <c>homesManager</c>, which a page says in words.</summary>
    [JsonIgnore]
    public ImmutableHashSet<string> Named { get; init; } = [];
}
