using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>An escalation from when it was raised to its outcome, with how long people took.</summary>
internal sealed record EscalationRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    EscalationCause Cause,
    DateTimeOffset RaisedAt,
    int Steps,
    ImmutableArray<PersonId> Told,
    ImmutableArray<PassedOnBecause> PassedOnBecause,
    ImmutableArray<PersonId> Owners,
    DateTimeOffset? FirstOwnedAt,
    double? MinutesToOwner,
    DateTimeOffset? EndedAt,
    double? MinutesToOutcome,
    EscalationOutcome? Outcome,
    PersonId? EndedBy,
    string? Note
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => RaisedAt;

    public static IEnumerable<EscalationRow> Of(InspectedArrangement of, Period period) =>
        All(of).Where(row => period.Meets(row.RaisedAt, row.EndedAt));

    // At most one of a cause is open at a time.
    private static IEnumerable<EscalationRow> All(InspectedArrangement of)
    {
        var open = new Dictionary<EscalationCause, EscalationRow>();
        foreach (var moment in of.Moments)
            switch (moment.Event)
            {
                case ArrangementEvent.EscalationRaised e:
                    open[e.Cause] = Raised(of, moment.At, moment.After?.Plan ?? of.State.Plan, e);
                    break;
                case ArrangementEvent.EscalationPassedOn e when open.TryGetValue(e.Cause, out var row):
                    open[e.Cause] = row with
                    {
                        Steps = row.Steps + 1,
                        Told = [.. row.Told.Union(e.Told)],
                        PassedOnBecause = row.PassedOnBecause.Add(e.Because),
                    };
                    break;
                case ArrangementEvent.EscalationOwned e when open.TryGetValue(e.Cause, out var row):
                    open[e.Cause] = Owned(row, e.Owner, moment.At);
                    break;
                case ArrangementEvent.EscalationEnded e when open.Remove(e.Cause, out var row):
                    yield return Ended(row, e, moment.At);
                    break;
            }
        foreach (var row in open.Values)
            yield return row;
    }

    private static EscalationRow Raised(InspectedArrangement of, DateTimeOffset at, Plan plan, ArrangementEvent.EscalationRaised e) =>
        new(of.State.Id, plan.Child, plan.Worker, e.Cause, at, 1, e.Told, [], [], null, null, null, null, null, null, null);

    private static EscalationRow Owned(EscalationRow row, PersonId owner, DateTimeOffset at) =>
        row with
        {
            Owners = row.Owners.Add(owner),
            FirstOwnedAt = row.FirstOwnedAt ?? at,
            MinutesToOwner = row.MinutesToOwner ?? Minutes.Between(row.RaisedAt, at),
        };

    private static EscalationRow Ended(EscalationRow row, ArrangementEvent.EscalationEnded e, DateTimeOffset at) =>
        row with
        {
            EndedAt = at,
            MinutesToOutcome = Minutes.Between(row.RaisedAt, at),
            Outcome = e.Outcome,
            EndedBy = e.By,
            Note = e.Note,
        };
}
