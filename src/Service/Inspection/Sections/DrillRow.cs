using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Escalations;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>One level of a drill of the home's escalation: who was told, and who answered after how long.</summary>
internal sealed record DrillRow(
    DrillId Drill,
    EscalationCause Cause,
    PersonId BegunBy,
    DateTimeOffset BegunAt,
    int Level,
    DateTimeOffset ToldAt,
    ImmutableArray<PersonId> Told,
    ImmutableArray<PersonId> Absent,
    PersonId? AnsweredBy,
    double? MinutesToAnswer,
    DrillEnding? Ending,
    PersonId? OutcomeBy,
    DateTimeOffset? EndedAt
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => BegunAt;

    public static IEnumerable<DrillRow> Of(Drill drill, Period period)
    {
        var ended = drill.Standing as DrillStanding.Ended;
        return period.Meets(drill.BegunAt, ended?.At) ? drill.Steps.Select(step => Of(drill, step, ended)) : [];
    }

    private static DrillRow Of(Drill drill, DrillStep step, DrillStanding.Ended? ended) =>
        new(
            drill.Id,
            drill.Cause,
            drill.By,
            drill.BegunAt,
            EscalationChain.Level(drill.Cause, step.Step),
            step.At,
            step.Told,
            step.Absent,
            step.Owner?.Person,
            step.Owner is { } owner ? Minutes.Between(step.At, owner.Since) : null,
            ended?.Why,
            ended?.By,
            ended?.At
        );
}
