using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.People;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>In which roles somebody stands in the register now whom the report names by id. Their name is not in a report.</summary>
internal sealed record PersonRow(PersonId Person, ImmutableArray<Role> Roles, DateOnly? LeftOn) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => null;

    public static PersonRow Of(Person person) => new(person.Id, person.Roles, person.LeftOn);
}
