using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Records;

namespace OneToOne.Service.Inspection;

using ArrangementMoment = Moment<Arrangement, ArrangementEvent>;

/// <summary>One arrangement as an inspection reads it: its whole history.</summary>
/// <param name="State">The arrangement as it stands now.</param>
/// <param name="Moments">What has happened, in order.</param>
/// <param name="ActedAs">In which management role the people of some entries acted then, by the entry's number.</param>
/// <param name="HearsOfConcerns">Whether the reader may know what a concern about it says.</param>
internal sealed record InspectedArrangement(
    Arrangement State,
    ImmutableArray<ArrangementMoment> Moments,
    ImmutableDictionary<int, Role> ActedAs,
    bool HearsOfConcerns
)
{
    /// <summary>Where it is in its life now.</summary>
    public string NowIn => ArrangementBrief.NameOf(State.Phase);

    /// <summary>When the session began; null when it never did.</summary>
    public DateTimeOffset? StartedAt => Moments.FirstOrDefault(IsStart)?.At;

    /// <summary>The events of one kind in a period, with their moments.</summary>
    /// <typeparam name="TEvent">The kind.</typeparam>
    /// <param name="period">The period.</param>
    /// <returns>The events, in order.</returns>
    public IEnumerable<(ArrangementMoment Moment, TEvent Event)> Of<TEvent>(Period period)
        where TEvent : ArrangementEvent => All<TEvent>().Where(found => period.Includes(found.Moment.At));

    /// <summary>The events of one kind at any time, with their moments.</summary>
    /// <typeparam name="TEvent">The kind.</typeparam>
    /// <returns>The events, in order.</returns>
    public IEnumerable<(ArrangementMoment Moment, TEvent Event)> All<TEvent>()
        where TEvent : ArrangementEvent
    {
        foreach (var moment in Moments)
            if (moment.Event is TEvent happened)
                yield return (moment, happened);
    }

    /// <summary>The plan of each arrangement that was asked for, changed or begun in a period, as it last stood in it.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The plan; null when nothing of the kind happened in the period, or it was disposed of.</returns>
    public Plan? PlanIn(Period period) =>
        Moments
            .LastOrDefault(m =>
                period.Includes(m.At)
                && m.Event
                    is ArrangementEvent.Requested
                        or ArrangementEvent.PlanChanged
                        or ArrangementEvent.Started
                        or ArrangementEvent.StartedUnplanned
                        or ArrangementEvent.ClosedOut
            )
            ?.After?.Plan;

    /// <summary>What was decided last on a departure.</summary>
    /// <param name="duty">From which duty.</param>
    /// <returns>Whether it was allowed; null when nothing was decided.</returns>
    public bool? DecisionOn(string duty) =>
        All<ArrangementEvent.OverrideDecided>().LastOrDefault(found => found.Event.Decision.FindingId == duty).Event?.Decision.Allowed
        // An occasion under a standing agreement rests on the decisions on that.
        ?? State.Overrides.LastOrDefault(decision => decision.FindingId == duty)?.Allowed;

    private static bool IsStart(ArrangementMoment moment) => moment.Event is ArrangementEvent.Started or ArrangementEvent.StartedUnplanned;
}
