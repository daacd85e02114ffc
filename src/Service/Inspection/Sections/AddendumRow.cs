using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>Something added later to a record that had ended; nothing in the record changed by it (G-10).</summary>
internal sealed record AddendumRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId AddedBy,
    DateTimeOffset RecordedAt,
    DateTimeOffset HappenedAt,
    string Text
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => RecordedAt;

    public static IEnumerable<AddendumRow> Of(InspectedArrangement of, Period period) =>
        from found in of.Of<ArrangementEvent.AddendumAdded>(period)
        select new AddendumRow(of.State.Id, of.State.Plan.Child, found.Event.By, found.Moment.At, found.Event.HappenedAt, found.Event.Text);
}
