using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Concerns;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>
/// A safeguarding concern with its clocks. What it says and whom it names are for those who look into it; an inspector sees that there is
/// one, and how long people took.
/// </summary>
internal sealed record ConcernRow(
    ConcernId Concern,
    DateTimeOffset RaisedAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? ReferBy,
    DateTimeOffset? DecidedAt,
    bool? Referred,
    bool? DecidedInTime,
    DateTimeOffset? ClosedAt,
    ConcernKind? Kind,
    ArrangementId? Arrangement,
    ChildId? Child,
    PersonId? About,
    PersonId? RaisedBy,
    PersonId? AcknowledgedBy,
    PersonId? DecidedBy,
    string? Reason,
    string? Outcome
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => RaisedAt;

    public static IEnumerable<ConcernRow> Of(Concern concern, Period period, bool hears)
    {
        if (!period.Meets(concern.RaisedAt, concern.Outcome?.At))
            return [];
        var clocks = Clocks(ConcernClocks.Of(concern));
        return [hears ? Content(concern, clocks) : clocks];
    }

    private static ConcernRow Clocks(ConcernClocks of) =>
        new(
            of.Id,
            of.RaisedAt,
            of.AcknowledgedAt,
            of.ReferBy,
            of.DecidedAt,
            of.Referred,
            of.DecidedInTime,
            of.ClosedAt,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null
        );

    private static ConcernRow Content(Concern concern, ConcernRow clocks) =>
        clocks with
        {
            Kind = concern.Kind,
            Arrangement = concern.Source,
            Child = concern.Child,
            About = concern.About,
            RaisedBy = concern.RaisedBy,
            AcknowledgedBy = concern.Acknowledged?.By,
            DecidedBy = concern.Referral?.By,
            Reason = concern.Referral?.Reason,
            Outcome = concern.Outcome?.What,
        };
}
