using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>Personal telephone numbers were to be used, or were (L-25). No number is ever kept.</summary>
internal sealed record NumbersRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    DateTimeOffset PlannedStart,
    bool? AtRequest,
    bool? Allowed,
    bool? AtClose,
    DateTimeOffset? ClosedAt,
    string NowIn
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => PlannedStart;

    public static IEnumerable<NumbersRow> Of(InspectedArrangement of, Period period)
    {
        if (of.PlanIn(period) is not { } plan)
            yield break;
        var (closed, record) = of.All<ArrangementEvent.ClosedOut>().LastOrDefault();
        if (plan.PersonalNumbers is true || record?.Record.PersonalNumbers is true)
            yield return new(
                of.State.Id,
                plan.Child,
                plan.Worker,
                plan.Start,
                plan.PersonalNumbers,
                of.DecisionOn("L-25"),
                record?.Record.PersonalNumbers,
                closed?.At,
                of.NowIn
            );
    }
}
