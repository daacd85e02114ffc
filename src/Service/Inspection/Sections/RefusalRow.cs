using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>An approver, or who decides on a departure, said no.</summary>
internal sealed record RefusalRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    PersonId RefusedBy,
    DateTimeOffset RefusedAt,
    string WhileIn,
    string Reason
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => RefusedAt;

    public static IEnumerable<RefusalRow> Of(InspectedArrangement of, Period period) =>
        from found in of.Of<ArrangementEvent.Refused>(period)
        let before = found.Moment.Before ?? of.State
        select new RefusalRow(
            of.State.Id,
            before.Plan.Child,
            before.Plan.Worker,
            found.Event.By,
            found.Moment.At,
            Arrangements.ArrangementBrief.NameOf(before.Phase),
            found.Event.Reason
        );
}
