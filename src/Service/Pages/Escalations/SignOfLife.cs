using OneToOne.Domain.Arrangements;
using OneToOne.Service.Letters;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Escalations;

/// <summary>Says when the worker was last heard, and of what: whoever goes to look needs to know how long it has been quiet.</summary>
internal static class SignOfLife
{
    /// <summary>The worker's last word from the session; null before there is one.</summary>
    public static string? Of(Visit visit) =>
        visit.Past.LastOrDefault(p => p.By == visit.Plan.Worker && Word(p.Event) is not null) is { } last
            ? $"{HomeTime.Moment(last.At, visit.Home.TimeZone)}: {Word(last.Event)}"
            : null;

    private static string? Word(ArrangementEvent happened) =>
        happened switch
        {
            ArrangementEvent.Started or ArrangementEvent.StartedUnplanned => "the worker pressed start",
            ArrangementEvent.CheckedIn => "“I am all right”",
            ArrangementEvent.Extended => "the worker took more time",
            ArrangementEvent.DistressReported => "the worker reported that the child is distressed or angry",
            ArrangementEvent.HelpCalled => "the worker called for help",
            ArrangementEvent.Finished => "the worker pressed finish",
            _ => null,
        };
}
