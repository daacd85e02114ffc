using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Records;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>An approval that somebody wrote down for the approver (open point 2a), and whether the approver said that they never gave it.</summary>
internal sealed record OnBehalfRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Approver,
    Capacity Capacity,
    PersonId RecordedBy,
    DateTimeOffset RecordedAt,
    Means Means,
    string Note,
    DateTimeOffset? DeniedAt
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => RecordedAt;

    public static IEnumerable<OnBehalfRow> Of(InspectedArrangement of, Period period) =>
        from found in of.Of<ArrangementEvent.ApprovalGiven>(period)
        let approval = found.Event.Approval
        let recorded = approval.OnBehalf
        where recorded is not null
        select new OnBehalfRow(
            of.State.Id,
            found.Moment.Before?.Plan.Child ?? of.State.Plan.Child,
            approval.By.Person,
            approval.By.Capacity,
            recorded.RecordedBy,
            approval.At,
            recorded.Means,
            recorded.Note,
            of.All<ArrangementEvent.Refused>().FirstOrDefault(refused => Denies(refused.Moment, refused.Event, approval)).Moment?.At
        );

    private static bool Denies(Moment<Arrangement, ArrangementEvent> moment, ArrangementEvent.Refused refused, Approval approval) =>
        refused.Denied is not null
        && refused.By == approval.By.Person
        && moment.Before?.ApprovalRound?.Approvals.Contains(approval) == true;
}
