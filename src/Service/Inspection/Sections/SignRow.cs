using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>A sign was to keep others out (G-22).</summary>
internal sealed record SignRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    DateTimeOffset PlannedStart,
    bool? Allowed,
    DateTimeOffset? StartedAt,
    string NowIn
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => PlannedStart;

    public static IEnumerable<SignRow> Of(InspectedArrangement of, Period period)
    {
        if (of.PlanIn(period) is { EngagedSign: true } plan)
            yield return new(of.State.Id, plan.Child, plan.Worker, plan.Start, of.DecisionOn("G-22"), of.StartedAt, of.NowIn);
    }
}
