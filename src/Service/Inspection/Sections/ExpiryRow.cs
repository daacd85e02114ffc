using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>Nobody decided in time, so it failed closed.</summary>
internal sealed record ExpiryRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    DateTimeOffset RequestedAt,
    DateTimeOffset PlannedStart,
    DateTimeOffset ExpiredAt,
    string WaitedIn
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => ExpiredAt;

    public static IEnumerable<ExpiryRow> Of(InspectedArrangement of, Period period) =>
        from found in of.Of<ArrangementEvent.Expired>(period)
        let before = found.Moment.Before ?? of.State
        select new ExpiryRow(
            of.State.Id,
            before.Plan.Child,
            before.Plan.Worker,
            before.RequestedAt,
            before.Plan.Start,
            found.Moment.At,
            Arrangements.ArrangementBrief.NameOf(before.Phase)
        );
}
