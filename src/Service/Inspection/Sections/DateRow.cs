using OneToOne.Domain;
using OneToOne.Domain.Retention;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>Something was changed that it hangs on how long a child's records are kept. What it was changed to stays with the child's record.</summary>
internal sealed record DateRow(ChildId Child, RetentionDate What, DateTimeOffset ChangedAt, PersonId? ChangedBy) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => ChangedAt;

    public static DateRow Of(ChildId child, DateChanged changed) => new(child, changed.What, changed.At, changed.By);
}
