using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>That a child was distressed or angry was reported (G-23), and which senior colleague took it on.</summary>
internal sealed record DistressRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    PersonId? ReportedBy,
    DateTimeOffset ReportedAt,
    DateTimeOffset? HappenedAt,
    string What,
    PersonId? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? EndedAt,
    EscalationOutcome? Outcome
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => ReportedAt;

    public static IEnumerable<DistressRow> Of(InspectedArrangement of, Period period)
    {
        var always = period with { Begins = DateTimeOffset.MinValue, Ends = DateTimeOffset.MaxValue };
        var escalations = EscalationRow.Of(of, always).Where(e => e.Cause == EscalationCause.Distress).ToArray();
        foreach (var (moment, reported) in of.Of<ArrangementEvent.DistressReported>(period))
        {
            var looked = Array.Find(escalations, e => e.RaisedAt <= moment.At && !(e.EndedAt < moment.At));
            yield return new(
                of.State.Id,
                of.State.Plan.Child,
                of.State.Plan.Worker,
                moment.Content?.By,
                moment.At,
                moment.Content?.HappenedAt,
                reported.What,
                looked?.Owners.Select(owner => (PersonId?)owner).FirstOrDefault(),
                looked?.FirstOwnedAt,
                looked?.EndedAt,
                looked?.Outcome
            );
        }
    }
}
