using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Records;

namespace OneToOne.Service.Inspection.Sections;

using AssessmentMoment = Moment<Assessment, AssessmentEvent>;

/// <summary>Why an assessment is in a report.</summary>
internal enum AssessmentFault
{
    /// <summary>Its review date had passed and nobody had reviewed it (G-16).</summary>
    Overdue,

    /// <summary>A content was written and not agreed by the end of the period (L-17).</summary>
    Unfinished,

    /// <summary>A child's first one was agreed only after the child's admission (L-14).</summary>
    Late,
}

/// <summary>An assessment that was overdue, unfinished or late in a period.</summary>
internal sealed record AssessmentRow(
    string Assessment,
    AssessmentFault Fault,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    DateTimeOffset? ReviewDue,
    PersonId? SettledBy,
    PersonId WrittenBy
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => Since;

    public static IEnumerable<AssessmentRow> Of(ImmutableArray<AssessmentMoment> moments, Period period, DateTimeOffset now) =>
        Overdue(moments, now)
            .Where(row => period.Meets(row.Since, row.Until))
            .Concat(Unfinished(moments, period))
            .Concat(Late(moments, period));

    /// <summary>Whether one that has not changed for long may be overdue or unfinished all the same.</summary>
    /// <param name="state">The assessment as it stands.</param>
    /// <param name="now">This moment.</param>
    public static bool IsAtFault(Assessment state, DateTimeOffset now) => state.Proposed is not null || DueBefore(state, now) is not null;

    private static IEnumerable<AssessmentRow> Overdue(ImmutableArray<AssessmentMoment> moments, DateTimeOffset now)
    {
        AssessmentRow? open = null;
        foreach (var moment in moments)
        {
            if (open is null && DueBefore(moment.Before, moment.At) is { } due)
                open = Row(moment.Before!, AssessmentFault.Overdue, due) with { ReviewDue = due };
            if (open is null || DueBefore(moment.After, moment.At) is not null)
                continue;
            yield return open with
            {
                Until = moment.At,
                SettledBy = moment.Content?.By,
            };
            open = null;
        }
        if (open is null && moments is [.., { After: { } last }] && DueBefore(last, now) is { } since)
            open = Row(last, AssessmentFault.Overdue, since) with { ReviewDue = since };
        if (open is not null)
            yield return open;
    }

    private static IEnumerable<AssessmentRow> Unfinished(ImmutableArray<AssessmentMoment> moments, Period period)
    {
        if (moments.LastOrDefault(m => m.At < period.Ends)?.After is not { Proposed: not null } then)
            yield break;
        var written = moments.Last(m => m.At < period.Ends && m.Event is AssessmentEvent.Proposed).At;
        var agreed = moments.FirstOrDefault(m => m.At >= period.Ends && m.Event is AssessmentEvent.Agreed);
        yield return Row(then, AssessmentFault.Unfinished, written) with
        {
            Until = agreed?.At,
            SettledBy = agreed?.Content?.By,
        };
    }

    private static IEnumerable<AssessmentRow> Late(ImmutableArray<AssessmentMoment> moments, Period period) =>
        from moment in moments
        where period.Includes(moment.At) && moment.Event is AssessmentEvent.Agreed { Version.Late: true }
        select Row(moment.After!, AssessmentFault.Late, moment.At) with
        {
            SettledBy = moment.Content?.By,
        };

    private static DateTimeOffset? DueBefore(Assessment? state, DateTimeOffset at) =>
        state?.InForce is { Ended: false } version && version.ReviewDue <= at ? version.ReviewDue : null;

    private static AssessmentRow Row(Assessment state, AssessmentFault fault, DateTimeOffset since) =>
        new(state.Key.ToString(), fault, since, null, null, null, state.WrittenBy);
}
