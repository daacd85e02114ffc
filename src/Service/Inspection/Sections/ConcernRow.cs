using OneToOne.Domain;
using OneToOne.Domain.Concerns;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>A safeguarding concern. What it says and whom it names are for those who look into it; everybody else sees that there is one.</summary>
internal sealed record ConcernRow(
    ConcernId Concern,
    DateTimeOffset RaisedAt,
    ChildId? Child,
    PersonId? About,
    PersonId? RaisedBy,
    string? Duties
)
{
    public static IEnumerable<ConcernRow> Of(Concern concern, Period period, bool hears) =>
        !period.Includes(concern.RaisedAt) ? []
        : hears ? [new(concern.Id, concern.RaisedAt, concern.Child, concern.About, concern.RaisedBy, string.Join(", ", concern.Duties))]
        : [new(concern.Id, concern.RaisedAt, null, null, null, null)];
}
