using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>A session that began because a child asked, and the review that it owed (G-20, L-03).</summary>
internal sealed record UnplannedRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    DateTimeOffset StartedAt,
    PersonId ColleagueTold,
    DateTimeOffset ReviewDueAt,
    DateTimeOffset? ReviewedAt,
    PersonId? ReviewedBy,
    bool ReviewedInTime,
    string? Notes
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => StartedAt;

    public static IEnumerable<UnplannedRow> Of(InspectedArrangement of, Period period)
    {
        foreach (var (moment, started) in of.All<ArrangementEvent.StartedUnplanned>())
        {
            var (at, review) = of.All<ArrangementEvent.UnplannedReviewed>().FirstOrDefault();
            if (period.Meets(moment.At, at?.At))
                yield return new(
                    of.State.Id,
                    started.Plan.Child,
                    started.Plan.Worker,
                    moment.At,
                    started.ColleagueTold,
                    started.ReviewDueAt,
                    at?.At,
                    review?.By,
                    at?.At <= started.ReviewDueAt,
                    review?.Notes
                );
        }
    }
}
