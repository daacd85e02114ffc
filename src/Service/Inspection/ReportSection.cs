using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Service.Json;

namespace OneToOne.Service.Inspection;

/// <summary>One section of a report: rows that all have the same columns.</summary>
/// <param name="Name">Its name, such as <c>overrides</c>.</param>
/// <param name="Title">What it is about, in words.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">Its rows, each with a member for each column.</param>
public sealed record ReportSection(string Name, string Title, ImmutableArray<string> Columns, ImmutableArray<JsonElement> Rows);

/// <summary>Gathers the rows of one section.</summary>
internal sealed class SectionRows(string name, string title, Type row)
{
    private readonly ImmutableArray<JsonElement>.Builder rows = ImmutableArray.CreateBuilder<JsonElement>();

    public int Count => rows.Count;

    public void Add(object said) => rows.Add(JsonSerializer.SerializeToElement(said, row, WireFormat.Options));

    public ReportSection Done() =>
        new(name, title, [.. WireFormat.Options.GetTypeInfo(row).Properties.Select(property => property.Name)], rows.ToImmutable());

    /// <summary>The people whom a row names.</summary>
    public static IEnumerable<PersonId> PeopleIn(object said) =>
        said.GetType()
            .GetProperties()
            .Select(property => property.GetValue(said))
            .SelectMany(value =>
                value is IEnumerable<PersonId> several ? several
                : value is PersonId one ? [one]
                : []
            );
}
