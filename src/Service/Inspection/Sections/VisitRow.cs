using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>A bedroom (L-18, L-19), the worker's home (L-23, L-24) or the family's home was planned or used.</summary>
internal sealed record VisitRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    Setting Setting,
    DateTimeOffset PlannedStart,
    DateTimeOffset? StartedAt,
    string? DoorCondition,
    bool? DoorConfirmedAtStart,
    bool? DoorKept,
    string NowIn
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => PlannedStart;

    public static IEnumerable<VisitRow> Of(InspectedArrangement of, Period period)
    {
        if (of.PlanIn(period) is not { Place: { Setting: Setting.Bedroom or Setting.WorkersHome or Setting.FamilyHome } place } plan)
            yield break;
        var confirmed = of.All<ArrangementEvent.Started>().LastOrDefault().Event?.Answers.DoorConditionConfirmed;
        // That the door was not kept as stated is a concern.
        var kept = of.HearsOfConcerns ? of.All<ArrangementEvent.ClosedOut>().LastOrDefault().Event?.Record.DoorConditionKept : null;
        yield return new(
            of.State.Id,
            plan.Child,
            plan.Worker,
            place.Setting,
            plan.Start,
            of.StartedAt,
            place.DoorCondition,
            confirmed,
            kept,
            of.NowIn
        );
    }
}
