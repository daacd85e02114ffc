using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>A departure from the guidance that was decided, and what became of it (L-06, L-07, L-08).</summary>
internal sealed record OverrideRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    string Duty,
    bool Allowed,
    PersonId DecidedBy,
    Role? DecidedAs,
    DateTimeOffset DecidedAt,
    string Details,
    string Reasons,
    string? Circumstances,
    string? CarePlan,
    int? CarePlanVersion,
    string? HowInLine,
    string NowIn,
    DateTimeOffset? StartedAt
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => DecidedAt;

    public static IEnumerable<OverrideRow> Of(InspectedArrangement of, Period period) =>
        from found in of.Of<ArrangementEvent.OverrideDecided>(period)
        let decision = found.Event.Decision
        let plan = found.Moment.Before?.Plan ?? of.State.Plan
        select new OverrideRow(
            of.State.Id,
            plan.Child,
            plan.Worker,
            decision.FindingId,
            decision.Allowed,
            decision.By,
            of.ActedAs.TryGetValue(found.Moment.Sequence, out var role) ? role : null,
            decision.At,
            decision.Details,
            decision.Reasons,
            decision.CarePlan?.Circumstances,
            decision.CarePlan?.CarePlanReference,
            decision.CarePlan?.CarePlanVersion,
            decision.CarePlan?.HowInLine,
            of.NowIn,
            of.StartedAt
        );
}
