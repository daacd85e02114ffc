using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OneToOne.Domain;
using OneToOne.Service.Inspection.Sections;
using OneToOne.Service.Json;

namespace OneToOne.Service.Inspection;

/// <summary>Gathers the rows of one section, in whatever order a store hands out what they are made of.</summary>
internal sealed class SectionRows(string name, string title, Type row)
{
    private static readonly Type[] Drawn = [typeof(ArrangementId), typeof(ConcernId), typeof(DrillId)];

    private readonly List<(DateTimeOffset? Moment, JsonElement Said)> rows = [];

    public void Add(IReportRow said) => rows.Add((said.Moment, JsonSerializer.SerializeToElement(said, row, WireFormat.Options)));

    // Rows of one moment stand by what they say, and only then by ids, which are drawn at random.
    public ReportSection Done()
    {
        var columns = WireFormat.Options.GetTypeInfo(row).Properties;
        string[] lasting = [.. columns.Where(column => !Drawn.Contains(column.PropertyType)).Select(column => column.Name)];
        var ordered = rows.OrderBy(each => each.Moment)
            .ThenBy(each => string.Join('\n', lasting.Select(column => each.Said.GetProperty(column).GetRawText())), StringComparer.Ordinal)
            .ThenBy(each => each.Said.GetRawText(), StringComparer.Ordinal);
        return new(name, title, [.. columns.Select(column => column.Name)], [.. ordered.Select(each => each.Said)])
        {
            Named = [.. columns.Where(IsNamed).Select(column => column.Name)],
        };
    }

    /// <summary>The people whom a row names.</summary>
    public static IEnumerable<PersonId> PeopleIn(IReportRow said) =>
        said.GetType()
            .GetProperties()
            .Select(property => property.GetValue(said))
            .SelectMany(value =>
                value is IEnumerable<PersonId> several ? several
                : value is PersonId one ? [one]
                : []
            );

    // What is of an enumeration, or an array of one; and phases, whose columns are called nowIn and the like.
    private static bool IsNamed(JsonPropertyInfo column)
    {
        var type = column.PropertyType.IsGenericType ? column.PropertyType.GetGenericArguments()[0] : column.PropertyType;
        return type.IsEnum || column.Name.EndsWith("In", StringComparison.Ordinal);
    }
}
