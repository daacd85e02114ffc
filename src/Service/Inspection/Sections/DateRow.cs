using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Retention;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>Something was changed that it hangs on how long a child's records are kept. What it was changed to stays with the child's record.</summary>
internal sealed record DateRow(ChildId Child, RetentionDate What, DateTimeOffset ChangedAt, PersonId? ChangedBy) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => ChangedAt;

    public static IEnumerable<DateRow> Of(Moment<Child, RegisterWritten<Child>> moment) =>
        moment is { Before: { } before, After: { } after }
            ? RetentionDates.Changed(before, after).Select(what => new DateRow(after.Id, what, moment.At, moment.Content?.By))
            : [];
}
