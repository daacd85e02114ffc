using OneToOne.Domain;
using OneToOne.Service.Inspection.Sections;

namespace OneToOne.Service.Inspection;

/// <summary>How many rows a report has so far, and whom they name.</summary>
internal sealed class ReportRows
{
    private readonly SortedDictionary<string, PersonId> named = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public IEnumerable<PersonId> Named => named.Values;

    public void Add(SectionRows rows, IEnumerable<IReportRow> said)
    {
        foreach (var row in said)
        {
            rows.Add(row);
            Count++;
            foreach (var person in SectionRows.PeopleIn(row))
                named.TryAdd(person.Value, person);
        }
    }
}
