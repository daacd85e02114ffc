using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>A worker found it inappropriate (L-26). It is complete once it was explained to the young person.</summary>
internal sealed record DeclineRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId DeclinedBy,
    DateTimeOffset DeclinedAt,
    string Reason,
    PersonId? ExplainedBy,
    DateTimeOffset? ExplainedAt,
    string? HowExplained,
    string? Response
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => DeclinedAt;

    public static IEnumerable<DeclineRow> Of(InspectedArrangement of, Period period)
    {
        foreach (var (moment, declined) in of.All<ArrangementEvent.DeclinedByWorker>())
        {
            var explained = of.All<ArrangementEvent.DeclineExplained>().FirstOrDefault(e => e.Moment.At >= moment.At).Event?.Explanation;
            if (period.Meets(moment.At, explained?.At))
                yield return new(
                    of.State.Id,
                    moment.Before?.Plan.Child ?? of.State.Plan.Child,
                    declined.Decline.By,
                    declined.Decline.At,
                    declined.Decline.Reason,
                    explained?.By,
                    explained?.At,
                    explained?.How,
                    explained?.Response
                );
        }
    }
}
