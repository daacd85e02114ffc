using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>When somebody who was to be told beforehand (G-20) came to know.</summary>
internal enum NoticeTiming
{
    /// <summary>So shortly before the start that nobody could have asked anything.</summary>
    JustBefore,

    /// <summary>After the start.</summary>
    After,

    /// <summary>Never, as far as is known.</summary>
    Never,
}

/// <summary>Somebody who was to be told beforehand came to know late or never, of a session that took place.</summary>
internal sealed record LateNoticeRow(
    ArrangementId Arrangement,
    ChildId Child,
    PersonId Worker,
    PersonId Person,
    NoticeTiming Told,
    DateTimeOffset StartedAt,
    DateTimeOffset? ToldAt,
    double? MinutesBeforeStart,
    ToldBy? How
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => StartedAt;

    /// <summary>Less than this before the start is late.</summary>
    public static readonly TimeSpan JustBefore = TimeSpan.FromMinutes(15);

    public static IEnumerable<LateNoticeRow> Of(InspectedArrangement of, Period period) =>
        from started in of.Of<ArrangementEvent.Started>(period)
        let plan = started.Moment.Before?.Plan ?? of.State.Plan
        from person in plan.Inform.Distinct()
        where person != plan.Worker
        let told = of.All<ArrangementEvent.PersonTold>().Select(t => t.Event.Told).FirstOrDefault(t => t.Person == person)
        where told is null || started.Moment.At - told.At < JustBefore
        select new LateNoticeRow(
            of.State.Id,
            plan.Child,
            plan.Worker,
            person,
            told is null ? NoticeTiming.Never
                : told.At > started.Moment.At ? NoticeTiming.After
                : NoticeTiming.JustBefore,
            started.Moment.At,
            told?.At,
            told is null ? null : Minutes.Between(told.At, started.Moment.At),
            told?.How
        );
}
